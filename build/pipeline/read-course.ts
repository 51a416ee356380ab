/** Reads a course folder from disk, once and whole: everything after this is data. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface CourseFolder {
  /** The folder as the user named it: problems are told with paths that begin with it. */
  readonly name: string;
  /** Every file by its path in the folder, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Folders of tools, not of the course. */
const foreign = ['node_modules', 'dist'];

/** @throws the system's error where the folder cannot be read. Hidden files and links out of the folder are not the course's. */
export async function readCourse(folder: string, name: string): Promise<CourseFolder> {
  const files = new Map<string, Uint8Array>();
  const read = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !foreign.includes(entry.name)) await read(inside);
      else if (entry.isFile()) files.set(inside, await readFile(join(folder, inside)));
    }
  };
  await read('');
  return { name, files };
}
