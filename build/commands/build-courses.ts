/** Builds every course of a folder, many at once. */
import { type BuildChoices, wishesOf } from './build-choices.ts';
import type { Outcome, Surroundings } from './command.ts';
import { doCourses } from './do-courses.ts';
import { nameClashes } from './name-clashes.ts';

export async function buildCourses(
  surroundings: Surroundings,
  name: string,
  names: readonly string[],
  choices: BuildChoices,
): Promise<Outcome> {
  const { base } = surroundings;
  const { json, jobs, usesCache } = choices;
  const clashes = await nameClashes(base, names);
  const task = { kind: 'build', wishes: wishesOf(base, choices), usesCache } as const;
  const { code, done, err, faults } = await doCourses(surroundings, names, task, jobs, !json, clashes);
  if (!json) return { code, out: code === 0 ? [`${name}: ${names.length} courses built.`] : [], err };
  const courses = done.map(({ name, result, fault }) => ({
    name,
    problems: result?.problems ?? [],
    packages: result?.build?.packages ?? [],
    documents: result?.build?.documents ?? [],
    ...(fault !== undefined && { fault }),
  }));
  return { code, out: [JSON.stringify({ courses }, null, 2)], err: faults };
}
