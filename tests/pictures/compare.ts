/** Two pictures of the same thing: how far they differ, and where. The one place that knows pixelmatch and pngjs. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Difference {
  /** Pixels that differ. */
  readonly pixels: number;
  /** Of all pixels, 0 to 1. */
  readonly share: number;
  /** Where, as PNG. */
  readonly picture: Uint8Array;
}

/** How far colours of a pixel may lie apart, 0 to 1: more than the same glyph, smoothed by another version, less than any design. */
const threshold = 0.2;

/** @returns what differs; everything, where one is larger than the other */
export function compare(one: Uint8Array, other: Uint8Array): Difference {
  const [a, b] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))];
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const diff = new PNG({ width, height });
  const pixels = pixelmatch(
    onCanvas(a, width, height),
    onCanvas(b, width, height),
    diff.data,
    width,
    height,
    { threshold },
  );
  const isResized = a.width !== b.width || a.height !== b.height;
  return {
    pixels: isResized ? width * height : pixels,
    share: isResized ? 1 : pixels / (width * height),
    picture: PNG.sync.write(diff),
  };
}

/** The picture on a larger, empty ground. */
function onCanvas(picture: PNG, width: number, height: number): Buffer {
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas.data;
}

/** The picture in half its bytes: colours in steps that no eye sees, and what `compare` passes over anyway. */
export function packed(png: Uint8Array): Uint8Array {
  const picture = PNG.sync.read(Buffer.from(png));
  for (const [index, value] of picture.data.entries())
    picture.data[index] = Math.round((Math.round((value * levels) / 255) * 255) / levels);
  // Flat colours pack best without a filter.
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/** Steps of each channel, besides nothing. */
const levels = 31;
