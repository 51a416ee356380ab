/** A photograph in several sizes: each device fetches the one that it shows. */
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Block } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { courseOf } from '../contracts/course-of.ts';
import { builtFolder } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { button } from './learner.ts';
import { type Served, serve } from './serve.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const photograph = await sharp({
    create: { width: 2400, height: 1200, channels: 3, background: 'grey', noise },
  })
    .jpeg()
    .toBuffer();
  const block = { type: 'image', src: 'media/wall.jpg', alt: 'A wall' } as unknown as Block;
  const { name, files } = courseOf({ blocks: [block] });
  const folder = { name, files: new Map([...files, ['media/wall.jpg', photograph] as const]) };
  const built = await builtFolder(folder, scorm12);
  [browser, served] = await Promise.all([launchChromium(), serve(built.files)]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

it.each([
  { device: 'a phone', width: 360, fineness: 2, file: 'wall.800w.jpg' },
  { device: 'a fine phone', width: 412, fineness: 3, file: 'wall.1400w.jpg' },
  { device: 'a desk', width: 1280, fineness: 1, file: 'wall.800w.jpg' },
  { device: 'a fine desk', width: 1280, fineness: 2, file: 'wall.1400w.jpg' },
  { device: 'a desk that is enlarged', width: 1280, fineness: 3, file: 'wall.jpg' },
])('$device fetches $file', async ({ width, fineness, file }) => {
  served.requests.length = 0;
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: fineness });
  await page.goto(`${served.url}/index.html`);
  await button(page, 'Start').click();
  const picture = page.locator('.image img');
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  expect(served.requests.filter((path) => path.includes('wall'))).toEqual([`media/${file}`]);
  // The text below it has not moved: the place is that of the whole.
  const box = await picture.boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2, 1);
  await page.close();
});
