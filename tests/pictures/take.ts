/** Takes the picture of a scene: the same on every machine, as far as a browser lets it. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { builtFolder } from '../browser/built-course.ts';
import { type Served, serve } from '../browser/serve.ts';
import { withSameFonts } from './same-fonts.ts';
import type { Scene } from './scenes.ts';

const root = join(import.meta.dirname, '../..');

export async function serveCourse(course: string): Promise<Served> {
  const folder = await withSameFonts(await readCourse(join(root, course), course));
  return serve((await builtFolder(folder, scorm12)).files);
}

/** @param url where the scene's course is served */
export async function take(browser: Browser, scene: Scene, url: string): Promise<Uint8Array> {
  const context = await browser.newContext({
    ...scene.look,
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  try {
    // The same draws, orders and times each time.
    await page.clock.setFixedTime('2026-03-08T10:00:00Z');
    await page.addInitScript(() => {
      crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T) => array;
    });
    await page.goto(`${url}/index.html`);
    await page.waitForSelector('html[data-started]');
    if (scene.page) await turnTo(page, scene.page);
    await scene.act?.(page);
    await shownWhole(page);
    if (scene.whole) await fitWindow(page);
    // What plays has controls of the browser’s own, another in every version.
    const mask = [page.locator('video, audio, iframe')];
    return await page.screenshot({ mask, maskColor: '#999999', animations: 'disabled' });
  } finally {
    await context.close();
  }
}

async function turnTo(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector<HTMLAnchorElement>(`#cw-outline a[href="#${to}"]`)?.click();
    (document.activeElement as HTMLElement | null)?.blur();
  }, id);
  await page.waitForSelector(`#${id}[data-shown]`);
}

/** Fonts and pictures are there. */
async function shownWhole(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.querySelectorAll('img')) image.loading = 'eager';
    const seen = [...document.querySelectorAll<HTMLImageElement>('.page[data-shown] img')];
    await Promise.all(seen.map((image) => image.decode()));
    await document.fonts.ready;
  });
}

/** A window as high as the page: bars that stick are at its ends. */
async function fitWindow(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 1280 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
}
