import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mostEntries, openZip } from '../../build/inspect/open-zip.ts';
import { textFile } from '../../build/pipeline/package-file.ts';
import { zip } from '../../build/pipeline/zip.ts';

const files = [textFile('index.html', '<p>Peace</p>'), textFile('media/long.txt', 'water '.repeat(1000))];
const folder = await mkdtemp(join(tmpdir(), 'coursewright-'));

async function onDisk(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${Math.random()}.zip`);
  await writeFile(path, bytes);
  return path;
}

/** The zip with other bytes wherever these stand. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

/** Changes the records of the zip’s list (central directory): each begins with this mark. */
function relisted(bytes: Uint8Array, change: (record: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4))
    change(copy.subarray(at));
  return copy;
}

describe('a zip from anywhere', () => {
  it('is listed first, and read file by file', async () => {
    const bytes = await zip(files);
    const opened = await openZip(await onDisk(bytes));
    expect(opened.bytes).toBe(bytes.length);
    expect(opened.entries).toEqual([
      { path: 'index.html', size: 12 },
      { path: 'media/long.txt', size: 6000 },
    ]);
    expect(new TextDecoder().decode(await opened.read('index.html'))).toBe('<p>Peace</p>');
    await expect(opened.read('other.html')).rejects.toThrow('it holds no file "other.html".');
    opened.close();
  });

  it.each([
    { what: 'is text', bytes: async () => Buffer.from('no zip at all') },
    { what: 'is empty', bytes: async () => Buffer.from('') },
    { what: 'is cut off', bytes: async () => (await zip(files)).slice(0, 150) },
    {
      what: 'names a file outside of it',
      bytes: async () => replaced(await zip(files), 'media/long.txt', '../../long.txt'),
    },
    {
      what: 'names a file from the root of the disk',
      bytes: async () => replaced(await zip(files), 'media/long.txt', '/edia/long.txt'),
    },
  ])('is refused where it $what', async ({ bytes }) => {
    await expect(openZip(await onDisk(await bytes()))).rejects.toThrow(/^it is not a zip, or is damaged: /);
  });

  it('is refused where it holds a file twice: programs differ in which one they take', async () => {
    const bytes = replaced(await zip([textFile('a.html', '1'), textFile('b.html', '2')]), 'b.html', 'a.html');
    await expect(openZip(await onDisk(bytes))).rejects.toThrow('it holds "a.html" twice.');
  });

  it('is refused where it lists more files than any course has', async () => {
    const bytes = Buffer.from(await zip(files));
    // At 10 of the record at the end: how many files there are.
    bytes.writeUInt16LE(mostEntries + 1, bytes.lastIndexOf('PK\x05\x06') + 10);
    await expect(openZip(await onDisk(bytes))).rejects.toThrow('it lists 20001 files');
  });

  it('never inflates a file beyond what it says of it', async () => {
    // At 24 of a record: the size of the file, unpacked.
    const lying = relisted(await zip(files), (record) => record.writeUInt32LE(100, 24));
    const opened = await openZip(await onDisk(lying));
    await expect(opened.read('media/long.txt')).rejects.toThrow(/^it is not a zip, or is damaged: /);
    opened.close();
  });

  it('never inflates a file for which the reader has no room', async () => {
    const huge = relisted(await zip(files), (record) => record.writeUInt32LE(4_000_000_000, 24));
    const opened = await openZip(await onDisk(huge));
    await expect(opened.read('media/long.txt')).rejects.toThrow(
      '"media/long.txt" in it has 4000000000 bytes; at most 64000000 are read.',
    );
    opened.close();
  });

  it('says so where a file is encrypted', async () => {
    // At 8 of a record: flags, of which the first bit says so.
    const locked = relisted(await zip(files), (record) =>
      record.writeUInt16LE(record.readUInt16LE(8) | 1, 8),
    );
    const opened = await openZip(await onDisk(locked));
    await expect(opened.read('index.html')).rejects.toThrow('"index.html" in it is encrypted.');
    opened.close();
  });
});
