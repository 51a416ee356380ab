/** The same picture in fewer bytes: the one place that knows the libraries. */
import type { Sharp } from 'sharp';
import { imageSize } from './image-size.ts';
import { smallerWidths, worthAFile } from './smaller-pictures.ts';

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
  const opened = await plainRaster(content);
  if (!opened) return null;
  const picture = opened.picture.resize({
    width: widest,
    height: widest,
    fit: 'inside',
    withoutEnlargement: true,
  });
  const lighter = await written(picture, opened.format);
  return opened.format === 'png' || lighter.length < content.length * worthIt ? lighter : null;
}

/**
 * The same picture less wide, as often as it is wide enough for that and takes fewer bytes so; none of what moves, is
 * drawn or cannot be read.
 * @param whole the picture as it is packed
 */
export async function smallerPictures(
  path: string,
  content: Uint8Array,
  whole: Uint8Array,
): Promise<readonly { readonly width: number; readonly content: Uint8Array }[]> {
  if (!/\.(png|jpe?g)$/i.test(path)) return [];
  const wide = imageSize(whole)?.width ?? 0;
  const widths = smallerWidths.filter((width) => wide >= width * worthAFile);
  if (widths.length === 0) return [];
  try {
    const opened = await plainRaster(content);
    if (!opened) return [];
    const { picture, format } = opened;
    const all = await Promise.all(
      widths.map(async (width) => ({
        width,
        content: await written(picture.clone().resize({ width }), format),
      })),
    );
    return all.filter((one) => one.content.length < whole.length * worthIt);
  } catch {
    return [];
  }
}

/** A picture as most are, upright, in its own colours; null for any other. */
async function plainRaster(
  content: Uint8Array,
): Promise<{ readonly picture: Sharp; readonly format: 'png' | 'jpeg' } | null> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(content, { failOn: 'error' });
  const { format, space, depth, pages = 1, isPalette } = await picture.metadata();
  const isPlain = (space === 'srgb' || space === 'b-w') && depth === 'uchar' && !isPalette;
  // An animated PNG would lose all but its first picture.
  if (!isPlain || pages > 1 || Buffer.from(content).includes('acTL')) return null;
  return format === 'png' || format === 'jpeg'
    ? { picture: picture.autoOrient().keepIccProfile(), format }
    : null;
}

function written(picture: Sharp, format: 'png' | 'jpeg'): Promise<Buffer> {
  return format === 'png'
    ? picture.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer()
    : picture.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}
