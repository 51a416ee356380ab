/** Zips a package: the same files give the same bytes, whatever the time, the zone and the folder. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byPath, type PackageFile } from './package-file.ts';

/** The earliest date that a zip can say is 1980; LMSs show none of it. */
const date = new Date('1980-01-01T00:00:00Z');

const archiver = () => import('archiver');

/** Loads what zips: while the bundler is waited for, that costs nobody any time. */
export async function warmZip(): Promise<void> {
  await archiver();
}

export async function zip(files: readonly PackageFile[]): Promise<Uint8Array> {
  const { ZipArchive } = await archiver();
  const archive = new ZipArchive({ zlib: { level: 9 } });
  for (const { path, content } of [...files].sort(byPath))
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
