/** What a worker does for one course of many. What goes in and comes out is data. */
import { resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import { courseFile } from '../pipeline/assemble-value.ts';
import { type BuildWishes, buildCourse, type CourseBuild } from './build-course.ts';
import { WrongUse } from './command.ts';
import { folderProblems } from './course-problems.ts';
import { openCache } from './open-cache.ts';
import { openCourse } from './open-course.ts';

export interface JobSurroundings {
  readonly base: string;
  readonly environment: Readonly<{ [name: string]: string | undefined }>;
}

/** The same for every course of a folder. */
export type CourseTask =
  | { readonly kind: 'build'; readonly wishes: BuildWishes; readonly usesCache: boolean }
  | { readonly kind: 'validate'; readonly isEachTold: boolean };

export interface CourseResult {
  /** Mistakes and warnings. */
  readonly problems: readonly Problem[];
  /** Where it was to be built. */
  readonly build?: CourseBuild;
}

export async function doCourse(
  surroundings: JobSurroundings,
  task: CourseTask,
  name: string,
): Promise<CourseResult> {
  const { base, environment } = surroundings;
  const course = await openCourse(base, name);
  if (task.kind === 'validate') return { problems: await folderProblems(course, task.isEachTold) };
  const cache = await openCache(surroundings, task.usesCache);
  try {
    const build = await buildCourse(course, resolve(base, name), task.wishes, environment, cache);
    return { problems: build.problems, build };
  } catch (error) {
    // A wish that this course cannot fulfil, such as a language that it lacks.
    if (error instanceof WrongUse) return { problems: [unfulfilled(name, error.message)] };
    throw error;
  }
}

function unfulfilled(name: string, message: string): Problem {
  const file = `${name}/${courseFile}`;
  const hint = 'Build this course by itself, or name what all courses of the folder have.';
  return { severity: 'error', file, line: 1, column: 1, pointer: '', message, hint };
}
