/** Nothing moves under a learner who reads: not while the course connects, nor when saving has something else to say. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCourse } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { button, expectSaved } from './learner.ts';
import { type LmsServer, launch, startLms } from './lms-server.ts';

/** Of the Layout Instability API, which the types of the DOM do not have. */
interface LayoutShift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

let browser: Browser;
let lms: LmsServer;

beforeAll(async () => {
  [browser, lms] = await Promise.all([
    launchChromium(),
    builtCourse('course').then((files) => startLms(files)),
  ]);
});
afterAll(async () => {
  await browser.close();
  await lms.close();
});

it.each([360, 800, 1280])('at a width of %i pixels', async (width) => {
  lms.enrol(`a learner with ${width} pixels`);
  const page = await browser.newPage({ viewport: { width, height: 640 } });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const {
        hadRecentInput,
        value,
        sources,
      } of list.getEntries() as unknown as readonly LayoutShift[]) {
        const nodes = sources.map(({ node }) => `${node?.nodeName} in ${node?.parentElement?.className}`);
        if (!hadRecentInput) moved.push(`${value}: ${nodes.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const frame = await launch(page, lms);
  await expectSaved(frame);
  await button(frame, 'Start').click();
  await button(frame, 'Next').click();
  await expectSaved(frame);
  expect(await frame.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  await page.close();
});
