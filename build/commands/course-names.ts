import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { courseFile } from '../pipeline/assemble-value.ts';

/**
 * The courses in a folder of courses, as the user would name them, in the order of their names.
 * @returns null where the folder is a course itself, holds none, or is no folder
 */
export async function courseNames(base: string, name: string): Promise<readonly string[] | null> {
  const folder = resolve(base, name);
  if (await isFile(join(folder, courseFile))) return null;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const within = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const found = await Promise.all(
    within.map(async (entry) =>
      (await isFile(join(folder, entry.name, courseFile))) ? [join(name, entry.name)] : [],
    ),
  );
  const names = found.flat().sort();
  return names.length > 0 ? names : null;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}
