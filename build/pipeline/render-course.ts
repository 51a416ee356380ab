/** The one document of a SCO, all its pages in it: it reads without a script. Pure. */
import { createHash } from 'node:crypto';
import { courseSchema, type Page, pagesOf } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import { outlinePages } from '../../src/course/outline.ts';
import { directionOf } from '../../src/locales/direction.ts';
import { localeFor, locales } from '../../src/locales/index.ts';
import { type Words, wordsIn } from '../../src/locales/word.ts';
import { type PackageData, packageDataId } from '../../src/player/package-data.ts';
import { assessmentView, doneWhen } from './assessment-view.ts';
import type { PlayerBundle } from './bundle.ts';
import { courseViews } from './course-views.ts';
import { scoredQuestions } from './outline-course.ts';
import { type PackageFile, textFile, textOf } from './package-file.ts';
import type { Sco } from './scos.ts';
import { safe, type TemplateSources } from './templates.ts';
import { courseTheme } from './theme/course-theme.ts';

/**
 * @param files  the files of the course folder: pictures are measured, so that text does not jump when they come
 * @param player its style stands in the document; the words that its scripts say travel with it, and no others
 */
export function renderCourse(
  sco: Sco,
  { connects, installs }: { readonly connects?: boolean; readonly installs?: boolean },
  sources: TemplateSources,
  files: ReadonlyMap<string, Uint8Array>,
  { style, scripts }: PlayerBundle,
): PackageFile {
  const { course, types, outline, place } = sco;
  const words: Words = locales[localeFor(course.language)];
  const word = wordsIn(course.language, words);
  const templates = courseViews(sco, outline, sources, files, word);
  const viewOf = ({ id, assessment }: Page) => {
    const rules = outlinePages(outline).find((page) => page.id === id)?.assessment;
    return assessment && rules && assessmentView(course, assessment, rules);
  };
  const script = scripts.map(textOf).join('\n');
  const said = Object.entries(words).filter(([key]) => script.includes(`"${key}"`));
  const data: PackageData = { outline, words: Object.fromEntries(said) };
  const { logo } = courseTheme(course);
  const html = templates.fill('document', {
    course: {
      disclaimer: undefined,
      references: undefined,
      passMark: undefined,
      completion: undefined,
      ...course,
    },
    logo: logo && { dark: undefined, ...logo },
    place,
    doneWhen: doneWhen(outline, word),
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      pages: lesson.pages.map((page) => ({
        ...page,
        assessment: viewOf(page),
      })),
    })),
    isSingleLesson: course.lessons.length === 1,
    direction: directionOf(course.language),
    total: pagesOf(course).length,
    minutes: Math.ceil(pagesOf(course).reduce((sum, page) => sum + page.minutes, 0)),
    isAssessed: scoredQuestions(course).size > 0,
    connects: connects === true,
    installs: installs === true,
    hasFrames: walk(course, courseSchema, types).fields.some(({ format }) => format === 'embed'),
    style: safe(style),
    // The policy lets no other style in: neither a frame's nor one that a script makes of text.
    styleHash: createHash('sha256').update(style).digest('base64'),
    dataId: packageDataId,
    // "</script" inside a string would end the element.
    data: safe(JSON.stringify(data).replaceAll('<', '\\u003c')),
  });
  return textFile(sco.launch, html);
}
