/** Fills the templates of a document: the views of the course in a frame of the document's own, one file in all. */
import type { Course } from '../../src/course/course.ts';
import { classroomWordsIn } from '../../src/locales/classroom/index.ts';
import { directionOf } from '../../src/locales/direction.ts';
import type { Word } from '../../src/locales/word.ts';
import { bundleStyle } from '../pipeline/bundle.ts';
import { ownViews } from '../pipeline/course-types.ts';
import { courseViews } from '../pipeline/course-views.ts';
import { drawnBlocks } from '../pipeline/drawn-blocks.ts';
import { tellSourcePassages } from '../pipeline/source-passages.ts';
import { readTemplates } from '../pipeline/template-sources.ts';
import { safe } from '../pipeline/templates.ts';
import { courseTheme } from '../pipeline/theme/course-theme.ts';
import { themeStyle } from '../pipeline/theme/theme-style.ts';
import { usedTypes } from '../pipeline/used-types.ts';
import type { DocumentInput } from './document.ts';
import { fileAddress, inlineFiles } from './inline-files.ts';

const drawAmong = drawnBlocks();

const base = ['./templates/theme/tokens.css', './templates/theme/text.css'];

/**
 * @param folders in templates/: the document's own is the last, with its `document.hbs`
 * @param sheets  stylesheets below those of the blocks, as paths from the root; the document's own is the last of all
 * @param title   what running heads call the document
 * @param values  what `document.hbs` asks for, besides course, words, direction and style
 */
export async function fillDocument(
  { folder, typed, outline, sourceLanguage, cache }: DocumentInput,
  folders: readonly string[],
  sheets: readonly string[],
  title: string,
  values: object,
): Promise<string> {
  const { course } = typed;
  const own = `./templates/${folders.at(-1)}/${folders.at(-1)}.css`;
  const word = classroomWordsIn(course.language);
  const sources = new Map([...readTemplates(...folders), ...ownViews(folder)]);
  const shown = { files: folder.files, smaller: new Map() };
  const templates = courseViews(typed, outline, sources, shown, word as Word, drawAmong);
  const theme = courseTheme(course);
  const look = themeStyle(theme, 'paper', (path) => fileAddress(path, folder.files));
  const style = await bundleStyle(look, [...base, ...sheets], usedTypes(typed), folder, [own], cache);
  const filled = templates.fill('document', {
    course: {
      disclaimer: undefined,
      references: undefined,
      passMark: undefined,
      ...course,
      optionalActivities: course.optionalActivities?.map((one) => ({
        number: undefined,
        text: undefined,
        ...one,
      })),
    },
    direction: directionOf(course.language),
    logo: theme.logo,
    // "</style" inside a string would end the element.
    style: safe(style.replaceAll('</', '<\\/')),
    running: safe(runningHeads(course, title)),
    ...values,
  });
  const html = tellSourcePassages(filled, sourceLanguage);
  return (
    inlineFiles(html, folder.files, `<p class="on-screen">${word('guide.onScreen')}</p>`)
      // Paper opens nothing: what a learner can open is open.
      .replaceAll('<details', '<details open')
  );
}

/** Heads and page numbers of paper, as margin boxes: the browser that prints puts them on every page but the first. */
function runningHeads({ title, language, version }: Course, name: string): string {
  const [start, end] = directionOf(language) === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const text = (words: string) =>
    `"${words.replace(/["\\<\n]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
  const box = (place: string, content: string) =>
    `@${place}{content:${content};color:#444;font:9pt system-ui,"Noto Sans","Noto Sans Arabic",sans-serif}`;
  return [
    '@page{',
    box(`top-${start}`, text(title)),
    box(`top-${end}`, text(name)),
    box(`bottom-${start}`, text(version)),
    box(`bottom-${end}`, 'counter(page)" / "counter(pages)'),
    `}@page:first{@top-${start}{content:none}@top-${end}{content:none}}`,
  ].join('');
}
