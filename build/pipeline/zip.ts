/** Zips a package: the same files give the same bytes, whatever the time, the zone and the folder. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byPath, type PackageFile } from './package-file.ts';
import { mostRecords, recordsOf, type ZipRecord, zipOf } from './zip-records.ts';

/** The earliest date that a zip can say is 1980; LMSs show none of it. */
const date = new Date('1980-01-01T00:00:00Z');

/** The highest takes a quarter more time for a four-hundredth of the bytes. */
const level = 6;

/** A file is deflated once for as long as it stays in memory: after an edit most of a package is the same. */
export async function zip(files: readonly PackageFile[]): Promise<Uint8Array> {
  const sorted = [...files].sort(byPath);
  if (sorted.length > mostRecords) return archived(sorted);
  const known = sorted.map(knownRecord);
  const unknown = sorted.filter((_, index) => !known[index]);
  const archive = await archived(unknown);
  const made = recordsOf(archive);
  for (const [index, { path, content }] of unknown.entries())
    deflated.set(content, { path, record: made[index] as ZipRecord });
  if (unknown.length === sorted.length) return archive;
  const others = made.values();
  return zipOf(known.map((record) => record ?? (others.next().value as ZipRecord)));
}

/** By the bytes of a file: nobody changes them. */
const deflated = new WeakMap<Uint8Array, { readonly path: string; readonly record: ZipRecord }>();

function knownRecord({ path, content }: PackageFile): ZipRecord | undefined {
  const known = deflated.get(content);
  return known?.path === path ? known.record : undefined;
}

async function archived(files: readonly PackageFile[]): Promise<Uint8Array> {
  const { ZipArchive } = await import('archiver');
  if (files.length === 0) return zipOf([]);
  const archive = new ZipArchive({ zlib: { level } });
  for (const { path, content } of files)
    archive.append(Buffer.from(content), { name: path, date, mode: 0o644 });
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  await Promise.all([pipeline(archive, sink), archive.finalize()]);
  return Buffer.concat(chunks);
}
