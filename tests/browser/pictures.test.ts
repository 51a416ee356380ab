/** Some of the pictures of `npm run screenshots`, one a look: what changes the design without meaning to is seen at once. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { holdAgainstKept } from '../pictures/hold.ts';
import { scenes } from '../pictures/scenes.ts';
import { serveCourse } from '../pictures/take.ts';
import { launchChromium } from './chromium.ts';
import type { Served } from './serve.ts';

/** Any Chromium is taken here, so more may differ than where pictures are looked at: still less than a moved line. */
const noise = 0.01;

const few = ['blocks-1-desk', 'blocks-1-forced', 'blocks-2-dark', 'practice-frame', 'reading-arabic'];

let browser: Browser;
const served = new Map<string, Served>();
const chosen = scenes.filter(({ name }) => few.includes(name));

beforeAll(async () => {
  browser = await launchChromium();
  for (const course of new Set(chosen.map((scene) => scene.course)))
    served.set(course, await serveCourse(course));
});
afterAll(async () => {
  await browser.close();
  for (const one of served.values()) await one.close();
});

it.each(chosen)(
  'looks as it did: $name',
  (scene) => holdAgainstKept(browser, scene, served.get(scene.course)?.url ?? '', noise),
  90_000,
);
