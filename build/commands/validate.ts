/** `validate <folder>`: every mistake of a course, or of each course in a folder of them. */
import type { Problem } from '../../src/course/problem.ts';
import { githubAnnotations, gitlabReport } from './annotations.ts';
import type { Outcome, Surroundings } from './command.ts';
import { courseNames } from './course-names.ts';
import { folderProblems } from './course-problems.ts';
import { doCourses } from './do-courses.ts';
import { openCourse } from './open-course.ts';
import { problemLines } from './problem-lines.ts';

/** For whom problems are told: people, programs, or the pages of a code host. */
export type Audience = 'people' | 'json' | 'github' | 'gitlab';

/**
 * @param isEachTold whether each text that lacks a translation is told, and not only how many there are
 * @param jobs       most courses at a time, where there are several
 */
export async function validateAll(
  surroundings: Surroundings,
  name: string,
  audience: Audience,
  isEachTold: boolean,
  jobs: number,
): Promise<Outcome> {
  const names = await courseNames(surroundings.base, name);
  if (!names) return validate(surroundings.base, name, audience, isEachTold);
  const isTold = audience === 'people';
  const summary = await doCourses(surroundings, names, { kind: 'validate', isEachTold }, jobs, isTold);
  const problems = summary.done.flatMap(({ result }) => result?.problems ?? []);
  const praise = summary.code === 0 ? [`${names.length} courses: no mistakes.`] : [];
  const { code, out, err } = outcomeFor(audience, problems, praise, 'courses with mistakes cannot be built.');
  const said = isTold ? summary.err : [...err, ...summary.faults];
  return { code: summary.code === 0 ? code : summary.code, out, err: said };
}

export async function validate(
  base: string,
  name: string,
  audience: Audience,
  isEachTold = false,
): Promise<Outcome> {
  const problems = await folderProblems(await openCourse(base, name), isEachTold);
  return outcomeFor(audience, problems, [`${name}: no mistakes.`], 'the course cannot be built.');
}

function outcomeFor(
  audience: Audience,
  problems: readonly Problem[],
  whenGood: readonly string[],
  consequence: string,
): Outcome {
  const code = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  const lines = problemLines(problems, consequence);
  const praise = code === 0 ? whenGood : [];
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
