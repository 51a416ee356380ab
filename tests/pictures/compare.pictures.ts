/**
 * Pictures of the player, held against those that were looked at and kept. `npm run screenshots -- --update` keeps
 * the new ones: look at each before it is committed.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import type { Served } from '../browser/serve.ts';
import { compare } from './compare.ts';
import { holdAgainstKept, kept, pictureOf } from './hold.ts';
import { scenes } from './scenes.ts';
import { serveCourse } from './take.ts';

const isUpdate = process.env.COURSEWRIGHT_PICTURES === 'update';

/** Of all pixels: what versions of a browser draw otherwise at the edges of glyphs. A moved line is ten times as much. */
const noise = 0.001;

let browser: Browser;
const served = new Map<string, Served>();

beforeAll(async () => {
  browser = await launchChromium();
  for (const course of new Set(scenes.map((scene) => scene.course)))
    served.set(course, await serveCourse(course));
  await mkdir(kept, { recursive: true });
  if (isUpdate) await writeFile(join(kept, 'chromium.txt'), `${browser.version()}\n`);
});
afterAll(async () => {
  await browser.close();
  for (const one of served.values()) await one.close();
});

it.each(scenes)('$name', async (scene) => {
  const url = served.get(scene.course)?.url ?? '';
  if (!isUpdate) return holdAgainstKept(browser, scene, url, noise);
  const path = join(kept, `${scene.name}.png`);
  const picture = await pictureOf(browser, scene, url);
  const before = await readFile(path).catch(() => null);
  // What differs by noise alone is left: every new picture in a commit says something.
  if (!before || compare(before, picture).share > noise) await writeFile(path, picture);
});

it('keeps a picture for each scene, and no others; all of them weigh little', async () => {
  const known = scenes.map(({ name }) => `${name}.png`).sort();
  const names = async () => (await readdir(kept)).filter((name) => name.endsWith('.png')).sort();
  if (isUpdate) for (const name of await names()) if (!known.includes(name)) await rm(join(kept, name));
  expect(await names()).toEqual(known);
  const sizes = await Promise.all(known.map(async (name) => (await readFile(join(kept, name))).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});
