/** Packages as other tools, careless people and attackers make them: our own, with one thing changed. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PackageFile, textFile } from '../../build/pipeline/package-file.ts';
import { zip } from '../../build/pipeline/zip.ts';

const folder = await mkdtemp(join(tmpdir(), 'coursewright-'));
let count = 0;

export async function onDisk(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${count++}.zip`);
  await writeFile(path, bytes);
  return path;
}

export const zipOf = async (files: readonly PackageFile[]): Promise<string> => onDisk(await zip(files));

/** Every file with its path changed. */
export const renamed = (files: readonly PackageFile[], rename: (path: string) => string): PackageFile[] =>
  files.map(({ path, content }) => ({ path: rename(path), content }));

/** The text of one file changed; the change has to change something. */
export function edited(
  files: readonly PackageFile[],
  path: string,
  edit: (text: string) => string,
): PackageFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.content);
    if (edit(text) === text) throw new Error(`The edit of ${path} changes nothing.`);
    return textFile(path, edit(text));
  });
}

/** Other bytes of the same length wherever these stand: in names of the zip's own records. */
export function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('Names in a zip cannot change their length.');
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

/** Changes the record of one file in the zip’s list (central directory). */
export function relisted(bytes: Uint8Array, name: string, change: (record: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4))
    if (
      copy
        .subarray(at + 46)
        .toString('latin1')
        .startsWith(name)
    )
      change(copy.subarray(at));
  return copy;
}
