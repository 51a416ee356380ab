/** A course that is built among others: what keeps it from being built is told of it, and stops no other. */
import type { Problem } from '../../src/course/problem.ts';
import { courseFile } from '../pipeline/assemble-value.ts';
import { buildCourse, type CourseBuild } from './build-course.ts';
import { WrongUse } from './command.ts';

export async function buildOneOfMany(...asked: Parameters<typeof buildCourse>): Promise<CourseBuild> {
  try {
    return await buildCourse(...asked);
  } catch (error) {
    // A wish that this course cannot fulfil, such as a language that it lacks.
    if (error instanceof WrongUse) return unbuilt(asked[0].name, unfulfilled(asked[0].name, error.message));
    throw error;
  }
}

/** What came of a course that was not even tried. */
export function unbuilt(name: string, problem: Problem): CourseBuild {
  return { name, ok: false, problems: [problem], lines: [], packages: [], documents: [], ledger: null };
}

function unfulfilled(name: string, message: string): Problem {
  const file = `${name}/${courseFile}`;
  const hint = 'Build this course by itself, or name what all courses of the folder have.';
  return { severity: 'error', file, line: 1, column: 1, pointer: '', message, hint };
}
