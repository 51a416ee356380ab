/** Every mistake of a course. */
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

/**
 * What is wrong with a course folder, with what only shows when its own block types are run.
 * @param isEachTold whether each text that lacks a translation is told, and not only how many there are
 */
export async function folderProblems(folder: CourseFolder, isEachTold: boolean): Promise<readonly Problem[]> {
  return [...courseProblems(folder), ...(await ownProblems(folder)), ...untranslated(folder, isEachTold)];
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
  if (ownViews(folder).size === 0 || !parseCourse(folder, []).ok) return [];
  const built = await buildPackage(folder, formats.scorm12);
  return built.ok ? [] : built.problems.filter(({ file }) => file.startsWith(`${folder.name}/blocks/`));
}
