/** `build <folder>`: a package a format, and the documents of the trainer; of a course, or of each in a folder of them. */
import { resolve } from 'node:path';
import { type BuildChoices, wishesOf } from './build-choices.ts';
import { buildCourse, type CourseBuild } from './build-course.ts';
import { buildCourses } from './build-courses.ts';
import type { Outcome, Surroundings } from './command.ts';
import { courseNames } from './course-names.ts';
import { openCache } from './open-cache.ts';
import { openCourse } from './open-course.ts';
import { checkNames } from './outputs.ts';
import { problemLines } from './problem-lines.ts';

export async function build(
  surroundings: Surroundings,
  name: string,
  choices: BuildChoices,
): Promise<Outcome> {
  const { base, environment } = surroundings;
  checkNames(choices.formats);
  const names = await courseNames(base, name);
  if (names) return buildCourses(surroundings, name, names, choices);
  const course = await openCourse(base, name);
  const cache = await openCache(surroundings, choices.usesCache);
  const wishes = wishesOf(base, choices);
  return outcomeOf(await buildCourse(course, resolve(base, name), wishes, environment, cache), choices.json);
}

function outcomeOf({ ok, problems, lines, packages, documents }: CourseBuild, json: boolean): Outcome {
  const code = ok ? 0 : 1;
  if (json) {
    const facts = ok ? { problems: [], packages, documents } : { problems, packages };
    return { code, out: [JSON.stringify(facts, null, 2)], err: [] };
  }
  const consequence = lines.length > 0 ? 'the rest was not written.' : 'nothing was written.';
  if (!ok) return { code, out: lines, err: problemLines(problems, consequence) };
  return { code, out: [...problemLines(problems, ''), ...lines], err: [] };
}
