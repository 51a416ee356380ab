/** The same picture in fewer bytes: the one place that knows the libraries. */

/** Pixels across that no column of text shows more of, even twice as fine and enlarged. */
const widest = 2048;
/** Bytes of a drawing that can save anything: what comes with a smaller one, the heads of request and answer, weighs more. */
const smallest = 1000;
/** What a photograph must save to be written once more: each time costs a little of it. */
const worthIt = 0.85;

/**
 * Never more bytes than before, and the same bytes for the same picture. What cannot be read, moves, or keeps its
 * colours in a way that a screen does not, stays as it is.
 * @param path tells by its ending what the picture is
 */
export async function lighterPicture(path: string, content: Uint8Array): Promise<Uint8Array> {
  try {
    const lighter = /\.svg$/i.test(path)
      ? await lighterDrawing(content)
      : /\.(png|jpe?g)$/i.test(path)
        ? await lighterRaster(content)
        : null;
    return lighter && lighter.length < content.length ? lighter : content;
  } catch {
    return content;
  }
}

async function lighterDrawing(content: Uint8Array): Promise<Uint8Array | null> {
  if (content.length < smallest) return null;
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  // What moves or speaks for itself hangs on names and shapes that would change.
  if (/<(animate|set|script|foreignObject)|@keyframes/i.test(text)) return null;
  // The same library in one file: the other is four hundred, and takes longer to load than to run.
  const { optimize } = await import('svgo/browser');
  return new TextEncoder().encode(optimize(text, { multipass: true }).data);
}

async function lighterRaster(content: Uint8Array): Promise<Uint8Array | null> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(content, { failOn: 'error' });
  const { format, space, depth, pages = 1, isPalette } = await picture.metadata();
  const isPlain = (space === 'srgb' || space === 'b-w') && depth === 'uchar' && !isPalette;
  // An animated PNG would lose all but its first picture.
  if (!isPlain || pages > 1 || Buffer.from(content).includes('acTL')) return null;
  picture
    .autoOrient()
    .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
    .keepIccProfile();
  if (format === 'png') return picture.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  if (format !== 'jpeg') return null;
  const photograph = await picture.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
  return photograph.length < content.length * worthIt ? photograph : null;
}
