import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import { assembleValue, courseFile } from '../pipeline/assemble-value.ts';

/** Courses whose packages would have the names of another's: the first of each is built, the others are told of. */
export async function nameClashes(
  base: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Problem>> {
  const owners = new Map<string, string>();
  const clashes = new Map<string, Problem>();
  for (const name of names) {
    const content = await readFile(join(resolve(base, name), courseFile));
    const { value, locate } = assembleValue({ name, files: new Map([[courseFile, content]]) });
    const { id, language, version } = (value ?? {}) as Readonly<Record<string, unknown>>;
    // What is no course is told of when it is built.
    if (typeof id !== 'string') continue;
    const key = JSON.stringify([id, language, version]);
    const owner = owners.get(key);
    owners.set(key, owner ?? name);
    if (owner === undefined) continue;
    const message = `"${id}" is the id of ${owner} as well, in the same language and version.`;
    const hint =
      'Give one of them an id of its own: packages are named after it, and learners’ records hang on it.';
    clashes.set(name, locate({ pointer: '/id', message, hint }));
  }
  return clashes;
}
