/** A cache in a folder. Entries are written beside and renamed, and read only whole: runs at the same time do not meet. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from './cache.ts';

const hour = 3_600_000;
/** Entries are thrown away after so long. Milliseconds. */
const oldest = 30 * 24 * hour;

/**
 * @param folder need not be there; where nothing can be written nothing is kept
 * @param maker  what makes the values: another tool does not see what this one kept
 */
export function diskCache(folder: string, maker: string): Cache {
  const pathOf = (kind: string, key: string) =>
    join(folder, `${kind}-${sha256(`${maker}\n${key}`).toString('hex').slice(0, 40)}`);
  let isSwept = false;
  return {
    async recall(kind, key) {
      const path = pathOf(kind, key);
      const bytes = await readFile(path).catch(() => null);
      if (!bytes) return null;
      const value = whole(bytes);
      if (value === null) await rm(path, { force: true }).catch(() => {});
      return value;
    },
    async keep(kind, key, value) {
      const content = serialize(value);
      const part = join(folder, `part-${randomUUID()}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(part, Buffer.concat([sha256(content), content]));
        // The clock of the disk: that which the age of the others is told by.
        const now = (await stat(part)).mtimeMs;
        await rename(part, pathOf(kind, key));
        if (!isSwept) await sweep(folder, now);
        isSwept = true;
      } catch {
        // A full or protected disk: the build does without.
        await rm(part, { force: true }).catch(() => {});
      }
    },
  };
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** What was kept, where the file is as it was written; else null. */
function whole(bytes: Buffer): unknown {
  const content = bytes.subarray(32);
  if (!sha256(content).equals(bytes.subarray(0, 32))) return null;
  try {
    return deserialize(content);
  } catch {
    return null;
  }
}

async function sweep(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const age = now - ((await stat(path).catch(() => null))?.mtimeMs ?? now);
    // What a run that was killed has left half-written is old after an hour.
    if (age > (name.startsWith('part-') ? hour : oldest)) await rm(path, { force: true });
  }
}
