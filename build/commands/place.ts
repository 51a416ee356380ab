/** Where a build goes, and how its files get there. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Problem } from '../../src/course/problem.ts';

export interface Place {
  /** The folder as the user named it, for lines. */
  readonly named: string;
  /** The same, absolute. */
  readonly folder: string;
}

/** What came of one format. */
export type Made =
  | {
      readonly ok: true;
      /** Warnings. */
      readonly problems: readonly Problem[];
      readonly lines: readonly string[];
      /** The files for machines, with what the lines say of them. */
      readonly files: readonly object[];
      /** What the course's ledger is to hold, where a package was made. */
      readonly ledger?: Ledger;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Written beside and renamed: nobody ever uploads half a package. */
export async function writeWhole({ folder }: Place, name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
  return path;
}

/** Bytes as the lines of a build say them. */
export function kilobytes(content: Uint8Array): string {
  return `${(content.length / 1000).toFixed(1)} kB`;
}
