/** `validate <folder>`: every mistake of a course, in all formats that it could be built in. */
import { formats } from '../../src/formats/index.ts';
import { bookmarkProblems } from '../pipeline/bookmark-room.ts';
import { outlineCourse } from '../pipeline/outline-course.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import { defineCommand, type Outcome } from './command.ts';
import { openCourse } from './open-course.ts';
import { problemLines } from './problem-lines.ts';

export async function validate(base: string, name: string, json: boolean): Promise<Outcome> {
  const parsed = parseCourse(await openCourse(base, name));
  const outline = parsed.ok ? outlineCourse(parsed) : null;
  const problems = [
    ...parsed.problems,
    ...(parsed.ok && outline
      ? Object.values(formats).flatMap((format) => bookmarkProblems(outline, format, parsed.locate))
      : []),
  ];
  const code = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  if (json) return { code, out: [JSON.stringify({ problems }, null, 2)], err: [] };
  return {
    code,
    out: code === 0 ? [`${name}: no mistakes.`] : [],
    err: problemLines(problems, 'the course cannot be built.'),
  };
}

export const validateCommand = defineCommand({
  name: 'validate',
  about: 'Tells every mistake in the course.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: { json: { type: 'boolean', about: 'Answers in JSON, for machines.' } },
  run: ([folder = ''], { json }, { base }) => validate(base, folder, json),
});
