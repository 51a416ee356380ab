/** Reads a course folder from disk, once and whole: everything after this is data. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
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
export function readCourse(folder: string, name: string): Promise<CourseFolder> {
  return courseReader(folder, name)();
}

/** Reads a folder again and again: files that are as they were are not read twice, and are the same objects. */
export function courseReader(folder: string, name: string): () => Promise<CourseFolder> {
  let before: ReadonlyMap<string, ReadFile> = new Map();
  return async () => {
    const found = new Map<string, ReadFile>();
    // At once: hundreds of small files take a tenth of the time that way.
    const read = (path: string): void => {
      const entries = readdirSync(join(folder, path), { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.')) continue;
        const inside = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory() && !foreign.includes(entry.name)) read(inside);
        else if (entry.isFile()) found.set(inside, readAgain(join(folder, inside), before.get(inside)));
      }
    };
    read('');
    before = found;
    return { name, files: new Map([...found].map(([path, { content }]) => [path, content])) };
  };
}

interface ReadFile {
  readonly content: Uint8Array;
  /** What every change of the file changes. */
  readonly state: string;
}

function readAgain(path: string, before: ReadFile | undefined): ReadFile {
  // The state comes first: what changes while the file is read is seen the next time.
  const { ino, size, mtimeMs, ctimeMs } = statSync(path);
  const state = [ino, size, mtimeMs, ctimeMs].join(' ');
  return before?.state === state ? before : { state, content: readFileSync(path) };
}

/** Whether reading failed because a file or the folder went meanwhile: while it is watched, that is no mistake. */
export function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code));
}
