import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { imageSize } from '../../build/pipeline/image-size.ts';
import { lighterPicture } from '../../build/pipeline/lighter-picture.ts';
import type { Block } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { courseOf } from '../contracts/course-of.ts';

/** A picture with a slope of colours and a grain that a seed makes: as little like a flat one as a photograph is. */
function raw(width: number, height: number, channels: 3 | 4): Sharp {
  const data = Buffer.alloc(width * height * channels);
  let seed = 7;
  for (let at = 0; at < data.length; at++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const pixel = Math.floor(at / channels);
    data[at] = ((pixel % width) + Math.floor(pixel / width) + (seed % 16)) % 256;
  }
  return sharp(data, { raw: { width, height, channels } });
}
const pixels = (content: Uint8Array) => sharp(content).raw().toBuffer();
const encode = (text: string) => new TextEncoder().encode(text);

describe('a picture is packed in fewer bytes', () => {
  it('a PNG without the change of a pixel, with its transparency', async () => {
    const before = await raw(300, 200, 4).png({ compressionLevel: 1 }).toBuffer();
    const after = await lighterPicture('a.png', before);
    expect(after.length).toBeLessThan(before.length);
    expect((await pixels(after)).equals(await pixels(before))).toBe(true);
  });

  it('a photograph that hardly differs, upright where it was to be turned, in its own colours', async () => {
    const before = await raw(400, 300, 3)
      .withMetadata({ orientation: 6, icc: 'p3' })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const after = await lighterPicture('a.JPG', before);
    expect(after.length).toBeLessThan(before.length);
    const { width, height, orientation, icc } = await sharp(after).metadata();
    expect({ width, height, orientation }).toEqual({ width: 300, height: 400, orientation: undefined });
    expect(icc?.equals((await sharp(before).metadata()).icc ?? Buffer.alloc(0))).toBe(true);
    // The place that text leaves for it is the same.
    expect(imageSize(after)).toEqual(imageSize(before));
    const [old, now] = [await sharp(before).autoOrient().raw().toBuffer(), await pixels(after)];
    const apart = old.reduce((sum, value, at) => sum + Math.abs(value - (now[at] ?? 0)), 0) / old.length;
    expect(apart).toBeLessThan(8);
  });

  it('a large one at most 2048 pixels across', async () => {
    const before = await raw(3000, 1000, 3).jpeg().toBuffer();
    expect(imageSize(await lighterPicture('a.jpg', before))).toEqual({ width: 2048, height: 683 });
  });

  it('a drawing with the same shape and place', async () => {
    const before = encode(
      `<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">
        ${'<g><g><rect x="4.0000" y="4.0000" width="20.000" height="10.000" fill="#ff0000"/></g></g>'.repeat(12)}</svg>`,
    );
    const after = await lighterPicture('a.svg', before);
    expect(after.length).toBeLessThan(before.length / 1.5);
    expect(imageSize(after)).toEqual({ width: 40, height: 30 });
    expect((await pixels(after)).equals(await pixels(before))).toBe(true);
  });

  it('the same bytes each time', async () => {
    const before = await raw(300, 200, 3).jpeg({ quality: 98 }).toBuffer();
    const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
    expect(hashOf(await lighterPicture('a.jpg', before))).toBe(hashOf(await lighterPicture('a.jpg', before)));
  });
});

describe('a picture stays as it is', () => {
  it.each([
    {
      what: 'that is light already',
      path: 'a.jpg',
      make: () => raw(200, 200, 3).jpeg({ quality: 50, mozjpeg: true }).toBuffer(),
    },
    {
      what: 'in the colours of print',
      path: 'a.jpg',
      make: () => raw(200, 200, 3).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    },
    {
      what: 'of few colours',
      path: 'a.png',
      make: () => raw(200, 200, 3).png({ palette: true, compressionLevel: 1 }).toBuffer(),
    },
    {
      what: 'that moves',
      path: 'a.svg',
      make: async () =>
        encode(
          `<svg xmlns="http://www.w3.org/2000/svg">${'  <rect width="4.000"><animate attributeName="x"/></rect>'.repeat(20)}</svg>`,
        ),
    },
    {
      what: 'that weighs less than what comes with it',
      path: 'a.svg',
      make: async () => encode('<svg xmlns="http://www.w3.org/2000/svg">  <rect width="4.000"></rect></svg>'),
    },
    { what: 'that cannot be read', path: 'a.png', make: async () => encode('no picture') },
    { what: 'of another kind', path: 'a.webp', make: () => raw(50, 50, 3).webp({ quality: 100 }).toBuffer() },
  ])('$what', async ({ path, make }) => {
    const before = await make();
    expect(await lighterPicture(path, before)).toBe(before);
  });
});

describe('a course', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><!-- ${'a comment '.repeat(100)}--><path d="M 0 0 L 10 10"/></svg>`;
  const image = { type: 'image', src: 'media/wall.svg', alt: 'A pump on a wall' } as unknown as Block;
  const link = {
    type: 'links',
    items: [{ title: 'The drawing', file: 'media/wall.svg' }],
  } as unknown as Block;
  const packed = async (blocks: readonly Block[], pictures?: string) => {
    const folder = courseOf({ blocks, ...(pictures && { pictures }), files: { 'media/wall.svg': svg } });
    const built = await buildPackage(folder, scorm12);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const content = built.files.find(({ path }) => path === 'media/wall.svg')?.content.length;
    return { content, saved: built.saved };
  };

  it('has lighter pictures in its package, and says by how much', async () => {
    const { content = 0, saved } = await packed([image]);
    expect(content).toBeLessThan(svg.length);
    expect(saved).toBe(svg.length - content);
  });

  it.each([
    { what: 'that wants them unchanged', blocks: [image], pictures: 'unchanged' },
    { what: 'that offers one for download', blocks: [image, link] },
  ])('$what has them as they are', async ({ blocks, pictures }) => {
    expect(await packed(blocks, pictures)).toEqual({ content: svg.length, saved: 0 });
  });
});
