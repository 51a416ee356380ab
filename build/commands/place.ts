/** Where a build goes, and how its files get there. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Place {
  /** The folder as the user named it, for lines. */
  readonly named: string;
  /** The same, absolute. */
  readonly folder: string;
}

/** Written beside and renamed: nobody ever uploads half a package, also where two builds write at once. */
export function writeWhole({ folder }: Place, name: string, content: Uint8Array): string {
  const path = join(folder, name);
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return path;
}

/** Bytes as the lines of a build say them. */
export function kilobytes(content: Uint8Array): string {
  return `${(content.length / 1000).toFixed(1)} kB`;
}
