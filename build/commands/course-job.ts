/** What a worker does for one course of many. What goes in and comes out is data. */
import { resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import type { BuildWishes, CourseBuild } from './build-course.ts';
import { folderProblems } from './course-problems.ts';
import { buildOneOfMany } from './one-of-many.ts';
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
  const build = await buildOneOfMany(course, resolve(base, name), task.wishes, environment, cache);
  return { problems: build.problems, build };
}
