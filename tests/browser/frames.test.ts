/** Small frames, as LMSs give them, and large text: nothing is lost, nothing moves in two directions, bars leave room. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCourse } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { answerSomehow } from './learner.ts';
import { type Served, serve } from './serve.ts';

let browser: Browser;
const courses = ['course', 'tests/fixtures/full', 'tests/fixtures/arabic'] as const;
const served = new Map<string, Served>();

beforeAll(async () => {
  browser = await launchChromium();
  for (const course of courses) served.set(course, await serve(await builtCourse(course)));
});
afterAll(async () => {
  await browser.close();
  for (const one of served.values()) await one.close();
});

async function open(course: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${served.get(course)?.url}/index.html`);
  await page.waitForSelector('html[data-started]');
  return page;
}

/** Shows each page in turn, with all that opens open, and tells what sticks out of the frame or is cut off in it. */
function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#cw-outline a')];
    const edge = document.documentElement.clientWidth;
    for (const link of links) {
      link.click();
      const shown = document.querySelector('.page[data-shown]');
      for (const details of shown?.querySelectorAll('details') ?? []) details.open = true;
      const { scrollWidth } = document.documentElement;
      if (scrollWidth > edge) found.push(`${link.hash}: ${scrollWidth} of ${edge}`);
      for (const element of document.querySelectorAll('.bar *, .turns *, .page[data-shown] *')) {
        const { left, right, width } = element.getBoundingClientRect();
        // Hidden text is one pixel; a wide table scrolls in a place of its own (WCAG 1.4.10 exempts it).
        if (width < 2 || element.closest('.hidden-text, .table, svg')) continue;
        if (right > edge + 1 || left < -1)
          found.push(`${link.hash}: ${element.className || element.tagName}`);
      }
    }
    return [...new Set(found)];
  });
}

/** Pixels of the frame that stay covered while a learner reads: bars that stick. */
function coveredBy(page: Page): Promise<number> {
  return page.evaluate(() =>
    ['.bar', '.turns'].reduce((sum, selector) => {
      const bar = document.querySelector(selector);
      const sticks = bar && getComputedStyle(bar).position === 'sticky';
      return sum + (sticks ? bar.getBoundingClientRect().height : 0);
    }, 0),
  );
}

describe.each(courses)('%s', (course) => {
  // 320 CSS px is a frame of that width, and a window of 1,280 px at 400 % (WCAG 1.4.10).
  it('fits 320 pixels: no page scrolls sideways, and nothing sticks out', async () => {
    const page = await open(course, 320, 256);
    expect(await whatSticksOut(page)).toEqual([]);
    await page.close();
  });
});

describe('an assessment on a phone', () => {
  it('begins each question at the top, whatever the page says before it, and so the result', async () => {
    const page = await open('course', 390, 780);
    const shown = page.locator('.page[data-shown]');
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('#cw-outline a')].at(-1)?.click(),
    );
    const bar = (await page.locator('.bar').boundingBox())?.height ?? 0;
    const belowBar = async (selector: string) =>
      ((await shown.locator(selector).boundingBox())?.y ?? Number.POSITIVE_INFINITY) - bar;
    const isAtEnd = () =>
      page.evaluate(
        () => Math.ceil(window.scrollY + window.innerHeight) >= document.documentElement.scrollHeight,
      );
    const isAtTop = async (selector: string) => {
      const below = await belowBar(selector);
      expect(below).toBeGreaterThanOrEqual(0);
      // A short question at the end of the document cannot be higher.
      if (!(await isAtEnd())) expect(below, selector).toBeLessThan(40);
    };
    await shown.locator('[data-action="begin"]').click();
    for (;;) {
      await isAtTop('[data-current] .question-label');
      await answerSomehow(shown.locator('[data-current]'));
      const next = shown.locator('[data-action="next"]');
      if (!(await next.isVisible())) break;
      await next.click();
    }
    await shown.locator('[data-action="submit"]').click();
    await isAtTop('.assessment-result h3');
    await page.close();
  });
});

describe('the outline on a phone', () => {
  it('is laid out when it is opened, and not before', async () => {
    const page = await open('course', 360, 640);
    const boxes = () =>
      page
        .locator('#cw-outline a')
        .first()
        .evaluate((link) => link.getClientRects().length);
    expect(await boxes()).toBe(0);
    await page.locator('[data-outline="open"]').click();
    expect(await boxes()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await boxes()).toBe(0);
    await page.close();
  });
});

describe('bars', () => {
  it('take at most a third of a frame, however low it is, and leave the first screen to the text', async () => {
    const page = await open('course', 320, 400);
    await page.evaluate(() => document.querySelectorAll<HTMLAnchorElement>('#cw-outline a')[2]?.click());
    // 400 pixels are an LMS's frame; from 481 on bars stick.
    for (const width of [320, 900, 1280])
      for (const height of [400, 484]) {
        await page.setViewportSize({ width, height });
        expect(await coveredBy(page), `${width} by ${height}`).toBeLessThanOrEqual(height / 3);
        const heading = await page.locator('.page[data-shown] h2').boundingBox();
        expect((heading?.y ?? height) + (heading?.height ?? 0)).toBeLessThan(height / 2);
      }
    await page.close();
  });

  it('are one line on a phone, whatever the player has to say', async () => {
    const page = await open('course', 390, 780);
    const [bar, text] = await page
      .locator('.bar')
      .evaluate((bar) => [
        bar.getBoundingClientRect().height,
        bar.querySelector('.save')?.getBoundingClientRect().height ?? 0,
      ]);
    expect(bar).toBeLessThan(64);
    expect(text).toBeLessThan(48);
    await page.locator('.save').click();
    // All of it is read where it is opened.
    const isWhole = await page
      .locator('.save')
      .evaluate((element) => element.scrollWidth <= element.clientWidth + 1);
    expect(isWhole).toBe(true);
    await page.close();
  });
});
