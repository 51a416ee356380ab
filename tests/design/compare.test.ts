/** What counts as a difference of two pictures: a line that moved does, the same picture does not. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { compare, packed } from '../pictures/compare.ts';

const kept = (name: string) => readFile(join(import.meta.dirname, `../pictures/kept/${name}.png`));

it('finds nothing between a picture and itself, packed once more', async () => {
  const picture = await kept('reading-frame');
  expect(compare(picture, packed(picture))).toMatchObject({ pixels: 0, share: 0 });
});

it('finds what moved by a pixel, and shows where', async () => {
  const picture = PNG.sync.read(await kept('blocks-1-forced'));
  const moved = new PNG({ width: picture.width, height: picture.height });
  PNG.bitblt(picture, moved, 0, 0, picture.width, picture.height - 1, 0, 1);
  const { share, picture: difference } = compare(PNG.sync.write(picture), PNG.sync.write(moved));
  expect(share).toBeGreaterThan(0.002);
  expect(PNG.sync.read(Buffer.from(difference))).toMatchObject({
    width: picture.width,
    height: picture.height,
  });
});

it('takes another size for another picture', async () => {
  expect(compare(await kept('reading-frame'), await kept('start-phone')).share).toBe(1);
});
