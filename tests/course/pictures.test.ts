import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { imageSize } from '../../build/pipeline/image-size.ts';
import { lighterPicture, smallerPictures } from '../../build/pipeline/lighter-picture.ts';
import type { Block } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { courseOf, unzipped } from '../contracts/course-of.ts';

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
/** What no packing makes much of. */
const grain = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
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

describe('a picture in several sizes', () => {
  const sizesOf = async (path: string, content: Uint8Array) => {
    const whole = await lighterPicture(path, content);
    const smaller = await smallerPictures(path, content, whole);
    for (const one of smaller) expect(one.content.length).toBeLessThan(whole.length);
    return smaller.map((one) => ({ ...imageSize(one.content), named: one.width }));
  };

  it('is there for each width that it is clearly wider than', async () => {
    expect(await sizesOf('a.jpg', await raw(3000, 1500, 3).jpeg().toBuffer())).toEqual([
      { width: 800, height: 400, named: 800 },
      { width: 1400, height: 700, named: 1400 },
    ]);
    const [one, ...others] = await sizesOf('a.png', await grain(1500, 300).png().toBuffer());
    expect(one).toEqual({ width: 800, height: 160, named: 800 });
    expect(others).toEqual([]);
  });

  it('is upright in all of them', async () => {
    const turned = await raw(900, 1800, 3).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await sizesOf('a.jpg', turned)).toEqual([{ width: 800, height: 400, named: 800 }]);
  });

  it.each([
    { what: 'hardly wider', path: 'a.jpg', make: () => raw(1000, 500, 3).jpeg().toBuffer() },
    { what: 'narrow and high', path: 'a.jpg', make: () => raw(1200, 4000, 3).jpeg().toBuffer() },
    { what: 'of few colours', path: 'a.png', make: () => raw(1500, 20, 3).png({ palette: true }).toBuffer() },
    { what: 'drawn', path: 'a.svg', make: async () => encode('<svg width="3000" height="20"/>') },
    {
      what: 'cut off',
      path: 'a.jpg',
      make: async () => (await raw(1500, 900, 3).jpeg().toBuffer()).subarray(0, 9000),
    },
  ])('is there once where it is $what', async ({ path, make }) => {
    expect(await sizesOf(path, await make())).toEqual([]);
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

  describe('with a photograph', () => {
    let photograph: Uint8Array;
    beforeAll(async () => {
      photograph = await raw(2000, 400, 3).jpeg().toBuffer();
    });
    const block = (src: string) => ({ type: 'image', src, alt: 'A wall' }) as unknown as Block;
    const built = async (blocks: readonly Block[], fields: object = {}) => {
      const { name, files } = courseOf({ blocks, ...fields });
      const photographs = blocks.map((one) => [String((one as { src?: string }).src), photograph] as const);
      const made = await buildPackage({ name, files: new Map([...files, ...photographs]) }, scorm12);
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      const media = made.files.flatMap(({ path }) => (path.startsWith('media/') ? path : []));
      return {
        media,
        html: unzipped(made.files, 'index.html'),
        manifest: unzipped(made.files, 'imsmanifest.xml'),
      };
    };

    it('has it in several sizes, of which a browser chooses and an LMS knows', async () => {
      const { media, html, manifest } = await built([block('media/wall.jpg')]);
      expect(media).toEqual(['media/wall.1400w.jpg', 'media/wall.800w.jpg', 'media/wall.jpg']);
      expect(html).toContain(
        'srcset="media/wall.800w.jpg 800w, media/wall.1400w.jpg 1400w, media/wall.jpg 2000w" sizes="auto, ',
      );
      for (const path of media) expect(manifest).toContain(`<file href="${path}"`);
    });

    it('that has a file of such a name keeps that', async () => {
      const { media, html } = await built([block('media/wall.jpg'), block('media/wall.800w.jpg')]);
      expect(media).toHaveLength(5);
      expect(html).toContain('src="media/wall.800w.jpg" alt="A wall" width="2000"');
      expect(html).toContain('srcset="media/wall.1400w.jpg 1400w, media/wall.jpg 2000w"');
      expect(html).toContain('srcset="media/wall.800w.800w.jpg 800w, media/wall.800w.1400w.jpg 1400w,');
    });

    it('that wants it unchanged has it once', async () => {
      const { media, html } = await built([block('media/wall.jpg')], { pictures: 'unchanged' });
      expect(media).toEqual(['media/wall.jpg']);
      expect(html).not.toContain('srcset');
    });
  });
});
