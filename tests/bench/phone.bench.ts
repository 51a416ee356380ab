/** Prints how long a learner with a cheap phone on a bad line waits, beside what we hold to be enough. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { builtCourse, builtFolder } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { button, shownPage } from '../browser/learner.ts';
import { begun, startLms } from '../browser/lms-server.ts';
import { largeCourse } from './large-course.ts';
import { type Opening, openingOf, smoothnessOf, takePhone } from './phone.ts';
import { printed } from './printed.ts';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

async function openOn(page: Page, url: string) {
  await page.goto(`${url}/lms.html`, { waitUntil: 'commit' });
  await expect.poll(() => page.frame({ url: /\/course\// }) !== null, { timeout: 30_000 }).toBe(true);
  return begun(page, 60_000);
}

it('the flagship on slow 3G and a slow processor, inside the page of an LMS', async () => {
  const lms = await startLms(await builtCourse('course'));
  const browser = await launchChromium();
  try {
    const openings: Opening[] = [];
    for (let run = 0; run < 3; run++) {
      lms.requests.length = 0;
      const page = await takePhone(browser, true);
      const frame = await openOn(page, lms.url);
      await page.waitForLoadState('networkidle');
      openings.push(await openingOf(frame));
      if (run < 2) {
        await page.context().close();
        continue;
      }
      const requests = lms.requests.filter((path) => path.startsWith('course/'));
      await button(frame, 'Start').tap();
      const last = await frame.locator('#cw-outline a').count();
      for (let turn = 2; turn < last; turn++) {
        await button(frame, 'Next').tap();
        await expect.poll(() => shownPage(frame)).not.toBe(null);
      }
      await page.waitForTimeout(500);
      const { shifts, taps } = await smoothnessOf(frame);
      const of = (what: 'painted' | 'greeted' | 'begun') => median(openings.map((one) => one[what]));
      printed(
        'The flagship on a cheap phone on slow 3G, SCORM 1.2, counted from the request for its document',
        [
          ['largest contentful paint', `${seconds(of('painted'))} (goal: 3.5 s)`],
          ['first call of the LMS', `${seconds(of('greeted'))} (goal: 5 s)`],
          ['begun: its buttons do what they say', seconds(of('begun'))],
          ['requests until then', String(requests.length)],
          ['page turn, median', `${median(taps)} ms (goal: less than 100 ms)`],
          ['page turn, slowest', `${Math.max(...taps)} ms of ${taps.length}`],
          ['cumulative layout shift, all pages', `${shifts.toFixed(4)} (goal: 0)`],
        ],
      );
    }
  } finally {
    await browser.close();
    await lms.close();
  }
}, 240_000);

it('a course of 300 pages and 500 questions beside one of 30 pages', async () => {
  const browser = await launchChromium();
  const lines: [string, string][] = [];
  try {
    for (const isSlowLine of [false, true]) {
      const figures: number[][] = [];
      for (const [pages, questions] of [
        [30, 50],
        [300, 500],
      ] as const) {
        const { files } = await builtFolder(largeCourse(pages, questions), scorm2004);
        const lms = await startLms(files, 'scorm2004');
        const openings: Opening[] = [];
        for (let run = 0; run < 3; run++) {
          const page = await takePhone(browser, isSlowLine);
          openings.push(await openingOf(await openOn(page, lms.url)));
          await page.context().close();
        }
        figures.push(
          (['painted', 'greeted', 'begun'] as const).map((what) => median(openings.map((one) => one[what]))),
        );
        await lms.close();
      }
      const [small = [], large = []] = figures;
      for (const [index, what] of ['largest contentful paint', 'first call of the LMS', 'begun'].entries()) {
        const [one = 0, other = 0] = [small[index], large[index]];
        lines.push([
          `${what}, ${isSlowLine ? 'slow 3G' : 'fast line'}`,
          `${seconds(one)} and ${seconds(other)}: ${(other / one).toFixed(2)} times (goal: 1.5)`,
        ]);
      }
    }
  } finally {
    await browser.close();
  }
  printed('30 pages and 50 questions, 300 pages and 500 questions, slow processor, SCORM 2004', lines);
}, 300_000);
