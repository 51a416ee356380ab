/** Reads a zip as somebody else's program does: with yauzl. */
import yauzl from 'yauzl';

export async function unzip(zip: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const archive = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(Buffer.from(zip), { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  const files = new Map<string, Uint8Array>();
  return new Promise((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', () => resolve(files));
    archive.on('entry', (entry: yauzl.Entry) =>
      archive.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        files.set(entry.fileName, Buffer.concat(await stream.toArray()));
        archive.readEntry();
      }),
    );
    archive.readEntry();
  });
}
