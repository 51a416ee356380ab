import { expect, it } from 'vitest';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import type { Block } from '../../src/course/block.ts';
import { courseOf } from '../contracts/course-of.ts';

/** A course with one picture, made of these bytes. */
function courseWith(path: string, content: Uint8Array) {
  const image = { type: 'image', src: path, alt: 'A pump on a wall' } as unknown as Block;
  const folder = courseOf({ blocks: [image] });
  return parseCourse({ ...folder, files: new Map([...folder.files, [path, content]]) });
}

/** The head of a PNG of this size, and so many bytes in all. */
function png(width: number, height: number, bytes: number): Uint8Array {
  const content = Buffer.alloc(bytes);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(content);
  content.write('IHDR', 12);
  content.writeUInt32BE(width, 16);
  content.writeUInt32BE(height, 20);
  return content;
}

it.each([
  {
    what: 'weighs more than a megabyte',
    path: 'media/wall.png',
    content: png(800, 600, 1_260_000),
    message: '"media/wall.png" weighs 1.3 MB.',
    hint: 'More than 1 MB is slow on a phone. Save it at 1,600 pixels across or less, as WebP or JPEG.',
  },
  {
    what: 'is wider than phones can show',
    path: 'media/wall.png',
    content: png(6000, 400, 1000),
    message: '"media/wall.png" has 6000 × 400 pixels.',
    hint: 'Some phones show nothing of pictures over 4096 pixels. Save it at 1,600 pixels across or less, as WebP or JPEG.',
  },
  {
    what: 'is a drawing of 400 kB',
    path: 'media/wall.svg',
    content: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(400_000)}</svg>`),
    message: '"media/wall.svg" weighs 0.4 MB.',
    hint: 'More than 0.3 MB is slow on a phone. Simplify the drawing, or save it as WebP.',
  },
])('a picture that $what is told and built', ({ path, content, message, hint }) => {
  const { ok, problems } = courseWith(path, content);
  expect(ok).toBe(true);
  expect(problems).toMatchObject([
    { severity: 'warning', pointer: '/lessons/0/pages/0/blocks/0/src', message, hint },
  ]);
});

it('a picture of common size and weight is not spoken of', () => {
  expect(courseWith('media/wall.png', png(1600, 900, 900_000)).problems).toEqual([]);
});
