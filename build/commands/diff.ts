/** `diff <old> <new>`: what an update does to learners and to the LMS, before anybody uploads it. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { changeLines, lossesIn } from '../diff/change-lines.ts';
import { comparePackages, type PlacedChange } from '../diff/compare-packages.ts';
import { NotComparable, type PackageFacts, packageFacts } from '../diff/package-facts.ts';
import { openZip, UnreadableZip } from '../inspect/open-zip.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import { zip } from '../pipeline/zip.ts';
import { type Outcome, WrongUse } from './command.ts';
import { formatNamed } from './format-named.ts';
import { openCourse } from './open-course.ts';
import { problemLines } from './problem-lines.ts';

export async function diff(
  base: string,
  names: readonly [string, string],
  formatName: string | undefined,
  json: boolean,
): Promise<Outcome> {
  const given = formatName === undefined ? null : formatNamed<Format>(formatName, formats);
  const areFolders = await Promise.all(names.map((name) => isFolder(base, name)));
  const zips = await Promise.all(
    names.map((name, index) => (areFolders[index] ? null : understood(name, () => zipFacts(base, name)))),
  );
  if (given && zips.every((one) => one !== null))
    throw new WrongUse('"--format" says what folders are built as, and both are zips.');
  // A folder is built as what it is compared with.
  const format = given ?? zips.find((one) => one !== null)?.format ?? formats.scorm12;
  const sides: PackageFacts[] = [];
  for (const [index, name] of names.entries()) {
    const read = zips[index] ?? (await folderFacts(base, name, format));
    if ('problems' in read) return mistaken(read.problems, json);
    sides.push(read);
  }
  const [before, after] = sides as [PackageFacts, PackageFacts];
  const changes = await understood('', async () => comparePackages(before, after));
  const code = lossesIn(changes).length > 0 ? 1 : 0;
  const out = json ? [asJson(before, after, changes)] : changeLines(before, after, changes);
  return { code, out, err: [] };
}

async function isFolder(base: string, name: string): Promise<boolean> {
  const found = await stat(resolve(base, name)).catch(() => null);
  if (!found) throw new WrongUse(`There is no file or folder "${name}".`);
  return found.isDirectory();
}

async function zipFacts(base: string, name: string): Promise<PackageFacts> {
  const opened = await openZip(resolve(base, name));
  try {
    const sizes = new Map(opened.entries.map(({ path, size }) => [path, size]));
    return await packageFacts({ name, bytes: opened.bytes, sizes, read: opened.read });
  } finally {
    opened.close();
  }
}

async function folderFacts(
  base: string,
  name: string,
  format: Format,
): Promise<PackageFacts | { readonly problems: readonly Problem[] }> {
  const built = await buildPackage(await openCourse(base, name), format);
  if (!built.ok) return { problems: built.problems };
  const contents = new Map(built.files.map(({ path, content }) => [path, content]));
  return packageFacts({
    name,
    bytes: (await zip(built.files)).length,
    sizes: new Map(built.files.map(({ path, content }) => [path, content.length])),
    read: async (path) => contents.get(path) ?? new Uint8Array(),
  });
}

/** What cannot be compared is a mistake of whoever named it. */
async function understood<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableZip) throw new WrongUse(`"${name}" cannot be read: ${error.message}`);
    if (error instanceof NotComparable) throw new WrongUse(error.message);
    throw error;
  }
}

function mistaken(problems: readonly Problem[], json: boolean): Outcome {
  if (json) return { code: 1, out: [JSON.stringify({ problems }, null, 2)], err: [] };
  return { code: 1, out: [], err: problemLines(problems, 'nothing was compared.') };
}

function asJson(before: PackageFacts, after: PackageFacts, changes: readonly PlacedChange[]): string {
  const side = ({ name, bytes, sizes, format, documents }: PackageFacts) => ({
    name,
    format: format.name,
    version: documents[0]?.outline.version,
    bytes,
    files: sizes.size,
  });
  return JSON.stringify(
    { problems: [], old: side(before), new: side(after), losses: lossesIn(changes).length, changes },
    null,
    2,
  );
}
