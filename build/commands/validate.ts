/** `validate <folder>`: every mistake of a course, in all formats that it could be built in. */
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { bookmarkProblems } from '../pipeline/bookmark-room.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import { ownViews } from '../pipeline/course-types.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { scosOf } from '../pipeline/scos.ts';
import { translationWarnings } from '../pipeline/translation/translations.ts';
import { githubAnnotations, gitlabReport } from './annotations.ts';
import type { Outcome } from './command.ts';
import { openCourse } from './open-course.ts';
import { problemLines } from './problem-lines.ts';

/** For whom problems are told: people, programs, or the pages of a code host. */
export type Audience = 'people' | 'json' | 'github' | 'gitlab';

/** @param isEachTold whether each text that lacks a translation is told, and not only how many there are */
export async function validate(
  base: string,
  name: string,
  audience: Audience,
  isEachTold = false,
): Promise<Outcome> {
  const folder = await openCourse(base, name);
  const problems = [
    ...courseProblems(folder),
    ...(await ownProblems(folder)),
    ...untranslated(folder, isEachTold),
  ];
  const code = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  const lines = problemLines(problems, 'the course cannot be built.');
  const praise = code === 0 ? [`${name}: no mistakes.`] : [];
  switch (audience) {
    case 'json':
      return { code, out: [JSON.stringify({ problems }, null, 2)], err: [] };
    case 'github':
      return { code, out: [...githubAnnotations(problems), ...lines.slice(-1), ...praise], err: [] };
    case 'gitlab':
      // The report goes into a file; people read the log.
      return { code, out: [gitlabReport(problems)], err: lines };
    case 'people':
      return { code, out: praise, err: lines };
  }
}

/** Every mistake of a course, whatever format it is built in. */
export function courseProblems(folder: CourseFolder): Problem[] {
  const parsed = parseCourse(folder);
  if (!parsed.ok) return [...parsed.problems];
  // Without an IRI the formats that need one are not built, and so are nobody's trouble.
  const built = Object.values<Format>(formats).filter(
    ({ needsIri }) => !needsIri || parsed.course.iri !== undefined,
  );
  const room = built.flatMap((format) => bookmarkProblems(scosOf(parsed, format), format, parsed.locate));
  return [...parsed.problems, ...room];
}

/** What translations lack. */
function untranslated(folder: CourseFolder, isEachTold: boolean): Problem[] {
  const parsed = parseCourse(folder);
  if (!parsed.ok) return [];
  const { course, translations, locate } = parsed;
  return translations.flatMap((one) => translationWarnings(one, course, folder, locate, isEachTold));
}

/** What goes wrong in views and behaviours of block types of the course's own: they have to be run to tell. */
async function ownProblems(folder: CourseFolder): Promise<readonly Problem[]> {
  if (ownViews(folder).size === 0 || !parseCourse(folder).ok) return [];
  const built = await buildPackage(folder, formats.scorm12);
  return built.ok ? [] : built.problems.filter(({ file }) => file.startsWith(`${folder.name}/blocks/`));
}
