/** Holds the picture of a scene against the one that was kept, and leaves both where they can be looked at. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { compare, packed } from './compare.ts';
import type { Scene } from './scenes.ts';
import { take } from './take.ts';

export const kept = join(import.meta.dirname, 'kept');
const found = join(import.meta.dirname, '../screenshots');

export const pictureOf = async (browser: Browser, scene: Scene, url: string): Promise<Uint8Array> =>
  packed(await take(browser, scene, url));

/** @param noise share of the pixels that may differ */
export async function holdAgainstKept(
  browser: Browser,
  scene: Scene,
  url: string,
  noise: number,
): Promise<void> {
  const picture = await pictureOf(browser, scene, url);
  const before = await readFile(join(kept, `${scene.name}.png`)).catch(() => null);
  await mkdir(found, { recursive: true });
  await writeFile(join(found, `${scene.name}.png`), picture);
  expect(before, 'there is no picture of it: take it with "npm run screenshots -- --update"').not.toBeNull();
  const { share, picture: difference } = compare(before ?? picture, picture);
  if (share > noise) await writeFile(join(found, `${scene.name}-difference.png`), difference);
  const taken = (await readFile(join(kept, 'chromium.txt'), 'utf8')).trim();
  expect(
    share,
    `see tests/screenshots/${scene.name}-difference.png; what is kept was taken with Chromium ${taken}, this is ${browser.version()}`,
  ).toBeLessThanOrEqual(noise);
}
