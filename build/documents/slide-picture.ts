/**
 * Pictures for office programs: drawings become pixels, because not every PowerPoint and LibreOffice shows SVG. The one
 * place that knows @napi-rs/canvas.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fileAddress } from './inline-files.ts';

/** Pixels across: sharp on a projector of 1920 when the picture takes a third of the slide, and on paper. */
const across = 1600;

export interface SlidePicture {
  /** As a `data:` address. */
  readonly data: string;
  /** Width by height. */
  readonly ratio: number;
}

/** @returns null where the file is no picture that can be read */
export async function pictureFor(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<SlidePicture | null> {
  const content = files.get(path);
  const image = content && (await loadImage(Buffer.from(content)).catch(() => null));
  if (!image) return null;
  const ratio = image.width / image.height;
  if (!path.toLowerCase().endsWith('.svg')) return { data: fileAddress(path, files), ratio };
  const canvas = createCanvas(across, Math.round(across / ratio));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return { data: `data:image/png;base64,${canvas.toBuffer('image/png').toString('base64')}`, ratio };
}
