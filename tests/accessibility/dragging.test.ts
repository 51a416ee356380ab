/** What learners expect to drag can be dragged, by mouse and by finger, and a finger that scrolls is let to scroll. */
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type Served, serve } from '../browser/serve.ts';
import { questionsOf, rightAnswer } from '../questions/right-answer.ts';

const full = 'tests/fixtures/full';
let browser: Browser;
let served: Served;
let right: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  browser = await launchChromium();
  served = await serve(await builtCourse(full));
  const parsed = parseCourse(await readCourse(join(import.meta.dirname, '../..', full), full));
  if (!parsed.ok) throw new Error('the gallery has mistakes');
  right = new Map([...questionsOf(parsed)].map(([id, question]) => [id, rightAnswer(question)]));
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

interface Point {
  readonly x: number;
  readonly y: number;
}
/** Down, a way in several steps, up; `pause` is called before the end. */
type Pointer = (from: Point, to: () => Promise<Point>) => Promise<void>;

const middleOf = async (target: Locator): Promise<Point> => {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
};
const between = (from: Point, to: Point) =>
  [0.25, 0.5, 0.75, 1].map((share) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  }));

const mouse =
  (page: Page): Pointer =>
  async (from, to) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 6, from.y + 6);
    for (const { x, y } of between(from, await to())) await page.mouse.move(x, y);
    await page.mouse.up();
  };
const finger =
  (session: CDPSession): Pointer =>
  async (from, to) => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
    await touch('touchStart', from);
    await touch('touchMove', { x: from.x + 6, y: from.y - 24 });
    for (const point of between(from, await to())) await touch('touchMove', point);
    await touch('touchEnd');
  };

async function open(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 900 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(`${served.url}/index.html`);
  await page.waitForSelector('html[data-started]');
  await page.evaluate(() => document.querySelector<HTMLElement>('#cw-outline a[href="#practice"]')?.click());
  return page;
}

describe.each([
  { by: 'mouse', pointerOf: async (page: Page) => mouse(page) },
  { by: 'finger', pointerOf: async (page: Page) => finger(await page.context().newCDPSession(page)) },
])('by $by', ({ pointerOf }) => {
  it('a statement is dragged to its group, an item to its match, a word to its gap, a step to its place', async () => {
    const page = await open();
    const drag = await pointerOf(page);
    const question = async (type: string) => {
      const root = page.locator(`#practice [data-question]:has(${type})`);
      const id = (await root.getAttribute('data-question')) ?? '';
      return { root, answer: right.get(id) ?? [] };
    };
    const check = async (root: Locator) => {
      await root.locator('[data-action="check"]').click();
      expect(await root.locator('.question-status').textContent()).toContain('That is right.');
    };
    const dragFrom = async (grip: Locator, to: () => Promise<Locator>) => {
      await grip.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const before = await page.evaluate(() => window.scrollY);
      await drag(await middleOf(grip), async () => middleOf(await to()));
      expect(await page.evaluate(() => window.scrollY)).toBe(before);
    };

    const sorting = await question('.statements');
    for (const token of sorting.answer)
      await dragFrom(sorting.root.locator(`.statement:has([value="${token}"]) .grip`), async () =>
        page.locator(`.bins [data-bin="${token}"]`),
      );
    expect(await page.locator('.bins, .dragged').count()).toBe(0);
    await check(sorting.root);
    expect(await sorting.root.locator('.grip').first().isVisible()).toBe(false);

    const matching = await question('.matches');
    for (const [item, target] of matching.answer)
      await dragFrom(matching.root.locator(`.match:has([data-item="${item}"]) .grip`), async () =>
        page.locator(`.bins [data-bin="${target}"]`),
      );
    await check(matching.root);

    const cloze = await question('.cloze');
    for (const token of cloze.answer) {
      const gap = cloze.root.locator(`[data-gap="${token[0]}"]`);
      if ((await gap.evaluate(({ tagName }) => tagName)) === 'INPUT') await gap.fill(token.slice(2));
      else
        await dragFrom(
          cloze.root.locator('.tray > span', { hasText: token.slice(2) }).first(),
          async () => gap,
        );
    }
    await check(cloze.root);

    const sequencing = await question('.sequence');
    const items = sequencing.root.locator('.sequence-item');
    for (const [place, mark] of sequencing.answer.entries()) {
      const grip = sequencing.root.locator(`[data-mark="${mark}"] .grip`);
      if ((await items.nth(place).getAttribute('data-mark')) === mark) continue;
      await dragFrom(grip, async () => items.nth(place).locator('.grip'));
    }
    await check(sequencing.root);
    await page.context().close();
  }, 60_000);
});

it('what is dropped nowhere, or given up with Escape, changes nothing', async () => {
  const page = await open();
  const row = page.locator('#practice .statement').first();
  await row.scrollIntoViewIfNeeded();
  const { x, y } = await middleOf(row.locator('.grip'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 5);
  expect(await page.locator('.bins').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('.bins').count()).toBe(0);
  await page.mouse.up();
  expect(await row.locator('input:checked').count()).toBe(0);
  await page.context().close();
});

it('a finger that moves over a statement, and not by its grip, scrolls the page', async () => {
  const page = await open();
  const text = page.locator('#practice .statement > p').first();
  await text.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const before = await page.evaluate(() => window.scrollY);
  const { x, y } = await middleOf(text);
  const drag = finger(await page.context().newCDPSession(page));
  await drag({ x, y }, async () => ({ x, y: y - 300 }));
  await expect.poll(() => page.evaluate(() => window.scrollY)).not.toBe(before);
  expect(await page.locator('.bins').count()).toBe(0);
  await page.context().close();
});
