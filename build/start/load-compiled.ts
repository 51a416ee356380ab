/** Loads a script with what V8 made of it in an earlier run: reading its text anew takes longer than a small build. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

export interface Loaded<Exports> {
  readonly exports: Exports;
  /**
   * Keeps what V8 has made by now beside the script, where that can be written and where there is nothing yet that fits
   * this version of Node: after a typical run it holds what most runs call.
   */
  keep(): void;
}

const folder = import.meta.dirname;

/** @param name of a script beside this one: a function around a CommonJS module, whose text is ASCII */
export function loadCompiled<Exports>(name: string): Loaded<Exports> {
  const path = join(folder, name);
  // V8 itself tells two texts apart by their length only.
  const kept = `${path}.${import.meta.toolHash?.slice(0, 16)}.${cachedDataVersionTag().toString(36)}.cache`;
  const cachedData = readKept(kept);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path);
  return {
    exports: module.exports as Exports,
    keep() {
      if (cachedData === null || script.cachedDataRejected) write(kept, () => script.createCachedData());
    },
  };
}

/** null where there is none, or where it is not as it was written: V8 would take the process down with it. */
function readKept(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(32);
    return sha256(content).equals(bytes.subarray(0, 32)) ? content : null;
  } catch {
    return null;
  }
}

function sha256(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Written beside and renamed: runs at the same time do not meet. @param make takes long, for a place that can be written */
function write(path: string, make: () => Buffer): void {
  const part = `${path}.${process.pid}`;
  try {
    writeFileSync(part, '');
    const content = make();
    writeFileSync(part, Buffer.concat([sha256(content), content]));
    renameSync(part, path);
  } catch {
    // A protected or full disk: the next run does without.
    rmSync(part, { force: true });
  }
}
