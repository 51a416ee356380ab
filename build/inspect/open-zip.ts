/**
 * Looks into a zip that may come from anywhere: its list first, then only the files that are asked for. Nothing is
 * written to disk, and no file is inflated beyond what the zip says of it and what the reader has room for.
 */
import { stat } from 'node:fs/promises';
import yauzl from 'yauzl';

export interface ZipEntry {
  /** Relative, with forward slashes, never `..`. */
  readonly path: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

export interface OpenZip {
  /** Bytes of the zip itself. */
  readonly bytes: number;
  /** Every file, in the zip's own order; folders are left out. */
  readonly entries: readonly ZipEntry[];
  /** @throws UnreadableZip where the file is not there, damaged, encrypted or larger than `mostBytes` */
  read(path: string): Promise<Uint8Array>;
  close(): void;
}

/** What is wrong with a zip, as a sentence for whoever named it. */
export class UnreadableZip extends Error {}

/** More files than any course has: a zip that lists more is not read on. */
export const mostEntries = 20_000;
/** Documents and manifests are read whole; the largest course document measured is below 2 MB. */
export const mostBytes = 64_000_000;

/**
 * @param source path of a file, or its content
 * @throws UnreadableZip for what is not a zip, is cut off, or lists names that lead out of it
 */
export async function openZip(source: string | Uint8Array): Promise<OpenZip> {
  const bytes = typeof source === 'string' ? (await stat(source)).size : source.length;
  const settings = { lazyEntries: true, autoClose: false };
  const zip = await understood(() =>
    typeof source === 'string'
      ? yauzl.openPromise(source, settings)
      : yauzl.fromBufferPromise(Buffer.from(source), settings),
  );
  try {
    const found = await listed(zip);
    return {
      bytes,
      entries: [...found.values()].map((entry) => ({ path: entry.fileName, size: entry.uncompressedSize })),
      read: (wanted) => inflated(zip, found.get(wanted), wanted),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listed(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  if (zip.entryCount > mostEntries)
    throw new UnreadableZip(`it lists ${zip.entryCount} files; at most ${mostEntries} are read.`);
  const found = new Map<string, yauzl.Entry>();
  await understood(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (found.has(entry.fileName)) throw new UnreadableZip(`it holds "${entry.fileName}" twice.`);
      found.set(entry.fileName, entry);
    }
  });
  return found;
}

async function inflated(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  path: string,
): Promise<Uint8Array> {
  if (!entry) throw new UnreadableZip(`it holds no file "${path}".`);
  if (entry.isEncrypted()) throw new UnreadableZip(`"${path}" in it is encrypted.`);
  if (entry.uncompressedSize > mostBytes)
    throw new UnreadableZip(
      `"${path}" in it has ${entry.uncompressedSize} bytes; at most ${mostBytes} are read.`,
    );
  return understood(async () => Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray()));
}

/** What yauzl and zlib throw about a zip becomes one kind of error. */
async function understood<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableZip) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableZip(`it is not a zip, or is damaged: ${reason.replace(/\.$/, '')}.`);
  }
}

/** A file of a zip as its list says it, whatever that is. */
export interface SurveyedFile {
  /** As it is written, with forward slashes; `..` and absolute paths are left in. */
  readonly path: string;
  /** Bytes, unpacked, as the zip says. */
  readonly size: number;
  /** Bytes in the zip. */
  readonly packed: number;
  readonly isEncrypted: boolean;
  /** A symbolic link: unpacked on a server it leads wherever it says. */
  readonly isLink: boolean;
  /** Written with backslashes, as the standard of zips (APPNOTE 4.4.17) forbids. */
  readonly hasBackslashes: boolean;
}

export interface Survey {
  readonly bytes: number;
  readonly files: readonly SurveyedFile[];
  /** @returns null for what cannot be read: encrypted, damaged, or larger than `most` bytes */
  read(path: string, most?: number): Promise<Uint8Array | null>;
  close(): void;
}

/**
 * The list of a zip with all that is wrong in it, for whoever has to judge it. Nothing is unpacked by it.
 * @throws UnreadableZip for what is not a zip, is cut off, or lists more than `mostEntries`
 */
export async function surveyZip(path: string): Promise<Survey> {
  const { size: bytes } = await stat(path);
  const zip = await understood(() =>
    yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }),
  );
  try {
    if (zip.entryCount > mostEntries)
      throw new UnreadableZip(`it lists ${zip.entryCount} files; at most ${mostEntries} are read.`);
    const entries = await understood(async () => {
      const all: { entry: yauzl.Entry; file: SurveyedFile }[] = [];
      for await (const entry of zip.eachEntry()) all.push({ entry, file: surveyed(entry) });
      return all;
    });
    const found = new Map(entries.map(({ entry, file }) => [file.path, entry]));
    return {
      bytes,
      files: entries.map(({ file }) => file).filter((file) => !file.path.endsWith('/')),
      async read(wanted, most = mostBytes) {
        const entry = found.get(wanted);
        if (!entry || entry.isEncrypted() || entry.uncompressedSize > most) return null;
        return inflated(zip, entry, wanted).catch(() => null);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function surveyed(entry: yauzl.Entry): SurveyedFile {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  // Strict leaves backslashes as they are: they are looked for here.
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  return {
    path: name.replaceAll('\\', '/'),
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    isEncrypted: entry.isEncrypted(),
    // The upper half are the attributes of Unix; S_IFLNK is what links have there.
    isLink: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
    hasBackslashes: name.includes('\\'),
  };
}
