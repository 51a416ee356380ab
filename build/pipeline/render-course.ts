/** The one document of a SCO, all its pages in it: it reads without a script. Pure. */
import { createHash } from 'node:crypto';
import { type Page, pagesOf } from '../../src/course/course.ts';
import { outlinePages } from '../../src/course/outline.ts';
import { directionOf } from '../../src/locales/direction.ts';
import { localeFor, locales } from '../../src/locales/index.ts';
import { type WordKey, type Words, wordsIn } from '../../src/locales/word.ts';
import { type DoorData, type PackageData, packageDataId } from '../../src/player/package-data.ts';
import { assessmentView, doneWhen } from './assessment-view.ts';
import type { PlayerBundle } from './bundle.ts';
import { fieldsOf } from './course-fields.ts';
import { courseViews } from './course-views.ts';
import { drawnBlocks } from './drawn-blocks.ts';
import type { LanguageLink, LearnerDocument } from './learner-documents.ts';
import { scoredQuestions } from './outline-course.ts';
import { type PackageFile, textFile, textOf } from './package-file.ts';
import { rememberedOf } from './remembered.ts';
import type { Sco } from './scos.ts';
import type { ShownFiles } from './smaller-pictures.ts';
import { tellSourcePassages } from './source-passages.ts';
import type { TemplateSources } from './template-sources.ts';
import { prepareTemplates, safe, type Templates } from './templates.ts';
import { courseTheme } from './theme/course-theme.ts';

/** What a package may do besides being read. */
interface Speaking {
  readonly connects?: boolean;
  readonly installs?: boolean;
}

const drawAmong = drawnBlocks();

/** A document without its style, its scripts' words and its state: all that takes long, and that needs no bundler. */
export interface DrawnCourse {
  readonly document: LearnerDocument;
  readonly templates: Templates;
  /** What the templates are filled with. */
  readonly values: object;
  readonly body: string;
}

/**
 * One page after the other: whoever waits for an answer meanwhile, as the bundler does, gets it between two that are
 * drawn anew.
 * @param shown pictures are measured, so that text does not jump when they come
 */
export async function drawCourse(
  document: LearnerDocument,
  { connects, installs }: Speaking,
  sources: TemplateSources,
  shown: ShownFiles,
): Promise<DrawnCourse> {
  const { course, types, outline, place } = document;
  const word = wordsIn(course.language, locales[localeFor(course.language)]);
  const templates = courseViews(document, outline, sources, shown, word, drawAmong);
  /** All that the template of a page gets besides the page: by this it is kept. */
  const aroundPage = ({ id, assessment }: Page) => {
    const rules = outlinePages(outline).find((page) => page.id === id)?.assessment;
    return {
      assessment: assessment && rules && assessmentView(course, assessment, rules),
      course: { passMark: course.passMark },
    };
  };
  const { logo } = courseTheme(course);
  const direction = directionOf(course.language);
  const { typed, ofFormats } = fieldsOf(document);
  const values = {
    course: {
      disclaimer: undefined,
      references: undefined,
      passMark: undefined,
      completion: undefined,
      ...course,
      certificate: course.certificate && { text: undefined, orientation: 'landscape', ...course.certificate },
    },
    logo: logo && { dark: undefined, ...logo },
    hasDefinitions: typed.some(({ type }) => type === types.block.definition),
    place,
    languages: document.languages,
    doneWhen: doneWhen(outline, word),
    lessons: course.lessons,
    isSingleLesson: course.lessons.length === 1,
    direction,
    // Arrows point the way that is read.
    back: direction === 'rtl' ? 'next' : 'previous',
    on: direction === 'rtl' ? 'previous' : 'next',
    total: pagesOf(course).length,
    minutes: Math.ceil(pagesOf(course).reduce((sum, page) => sum + page.minutes, 0)),
    isAssessed: scoredQuestions(course).size > 0,
    connects: connects === true,
    installs: installs === true,
    hasFrames: ofFormats('embed').length > 0,
  };
  const pages = [];
  for (const page of pagesOf(course)) {
    const around = aroundPage(page);
    let isDrawn = false;
    const html = templates.draw(page, [around], () => {
      isDrawn = true;
      return templates.fill('page', { ...page, ...around });
    });
    pages.push(safe(html));
    if (isDrawn) await new Promise(setImmediate);
  }
  return { document, templates, values, body: templates.fill('body', { ...values, pages }).trimEnd() };
}

/** @param player its style stands in the document; the words that its scripts say travel with it, and no others */
export function renderCourse(
  { document, templates, values, body }: DrawnCourse,
  { style, scripts }: Pick<PlayerBundle, 'style' | 'scripts'>,
): PackageFile {
  const { course, outline } = document;
  const words: Words = locales[localeFor(course.language)];
  const keys = quotedIn(scripts);
  const said = Object.entries(words).filter(([key]) => keys.has(`"${key}"`));
  const data: PackageData = { outline, words: Object.fromEntries(said) };
  const html = templates.fill('document', {
    ...values,
    body: safe(body),
    style: safe(style),
    // The policy lets no other style in but a file of the package: neither a frame's nor one that a script makes of text.
    styleHash: createHash('sha256').update(style).digest('base64'),
    dataId: packageDataId,
    data: dataOf(data),
  });
  return textFile(document.launch, tellSourcePassages(html, document.sourceLanguage));
}

/** Whatever stands in the scripts like the key of a word. After an edit of a text the scripts are the same. */
const quotedIn = rememberedOf(
  (scripts: PlayerBundle['scripts']): ReadonlySet<string> =>
    new Set(scripts.flatMap((script) => textOf(script).match(/"[\w.]+"/g) ?? [])),
);

/** What opens where a package holds several languages: it finds out which, and is there as a list of links without a script. */
export function renderDoor(
  { course, launch }: Sco,
  languages: readonly LanguageLink[],
  { connects, installs }: Speaking,
  sources: TemplateSources,
): PackageFile {
  const { language, title, id } = course;
  const data: DoorData = {
    outline: { id },
    door: Object.fromEntries(languages.map((one) => [one.language, one.href])),
  };
  const word = wordsIn(language, locales[localeFor(language)]);
  const used = ['door', 'languages'].map((name) => [name, sources.get(name) ?? ''] as const);
  const templates = prepareTemplates(new Map(used), { word: (key: WordKey) => word(key) });
  const html = templates.fill('door', {
    ...{ language, title, languages },
    direction: directionOf(language),
    connects: connects === true,
    installs: installs === true,
    dataId: packageDataId,
    data: dataOf(data),
  });
  return textFile(launch, html);
}

/** "</script" inside a string would end the element. */
function dataOf(data: PackageData | DoorData) {
  return safe(JSON.stringify(data).replaceAll('<', '\\u003c'));
}
