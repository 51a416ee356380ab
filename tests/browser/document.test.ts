import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { styleOf } from '../packages/style-of.ts';
import { builtCourse } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { answerAnything, button, shownPage } from './learner.ts';
import { type Served, serve } from './serve.ts';

let browser: Browser;
let flagship: ReadonlyMap<string, Uint8Array>;
let served: Served;
let axe: string;

beforeAll(async () => {
  [browser, flagship] = await Promise.all([launchChromium(), builtCourse('course')]);
  served = await serve(flagship);
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const open = async (options: Parameters<Browser['newPage']>[0] = {}) => {
  const page = await browser.newPage(options);
  await page.goto(`${served.url}/index.html`);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-started]');
  return page;
};
const pageIds = (page: Page) =>
  page.locator('main > .page').evaluateAll((pages) => pages.map((one) => one.id));

describe('without an LMS', () => {
  it('works from a local disk, says that nothing is recorded, and keeps the place on the device', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coursewright-'));
    for (const [path, content] of flagship) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const url = pathToFileURL(join(folder, 'index.html')).href;
    const context = await browser.newContext();
    const errors: string[] = [];
    const visit = async () => {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(url);
      await page.waitForSelector('html[data-started]');
      return page;
    };
    const first = await visit();
    expect(await first.locator('.save').textContent()).toContain('nothing is recorded');
    await button(first, 'Start').click();
    await button(first, 'Next').click();
    const place = await shownPage(first);
    await first.close();
    expect(await shownPage(await visit())).toBe(place);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('says so when the device keeps nothing either', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(`${served.url}/index.html`);
    await page.waitForSelector('html[data-started]');
    expect(await page.locator('.save').textContent()).toContain('keeps nothing either');
    await button(page, 'Start').click();
    expect(await shownPage(page)).toBe('why-this-lesson-matters');
    await page.close();
  });
});

describe('the document', () => {
  it('reads without a script: every page, every question, every answer', async () => {
    const page = await open({ javaScriptEnabled: false });
    const ids = await pageIds(page);
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
    expect(await page.locator('.key summary').count()).toBeGreaterThanOrEqual(9);
    for (const key of await page.locator('.key').all()) expect(await key.isVisible()).toBe(true);
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.close();
  });

  it('is asked for in at most five requests', async () => {
    served.requests.length = 0;
    const page = await open();
    await page.waitForLoadState('networkidle');
    expect(served.requests.sort()).toEqual(['index.html', 'player.js']);
    await page.close();
  });

  it.each([
    { course: 'tests/fixtures/full', budget: 40_000 },
    { course: 'tests/fixtures/text', budget: 15_000 },
  ])('has script and stylesheet in $budget bytes, gzipped: $course', async ({ course, budget }) => {
    const files = await builtCourse(course);
    const text = (path: string) => new TextDecoder().decode(files.get(path));
    const [script, style] = [text('player.js'), styleOf(text('index.html'))].map(
      (one) => gzipSync(one).length,
    );
    expect(script).toBeGreaterThan(1000);
    expect(style).toBeGreaterThan(1000);
    expect((script ?? 0) + (style ?? 0)).toBeLessThanOrEqual(budget);
  });

  it('says by title and focus which page is shown', async () => {
    const page = await open();
    await button(page, 'Start').click();
    expect(await page.title()).toBe('Why this lesson matters · Women, Peace and Security');
    const focused = await page.evaluate(() => [
      document.activeElement?.tagName,
      document.activeElement?.textContent,
    ]);
    expect(focused).toEqual(['H2', 'Why this lesson matters']);
    await page.close();
  });
});

describe('by keyboard alone', () => {
  it('the course is begun, walked, answered and finished', async () => {
    const page = await open();
    const { keyboard } = page;
    /** Tab until the focus is on what is wanted; whatever is shown in the order of reading. */
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 80; step++) {
        await keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      }
      throw new Error(`Tab never comes to ${selector}`);
    };
    await tabTo('[data-action="start"]');
    await keyboard.press('Enter');
    while ((await shownPage(page)) !== 'learning-evaluation') {
      await tabTo('[data-turn="next"]');
      await keyboard.press('Enter');
    }
    await tabTo('[data-action="begin"]');
    await keyboard.press('Enter');
    /** What a field, a list or a group of the present question is answered with. */
    const press = async (part: string, key: string, count: number) => {
      for (let left = count; left > 0; left--) {
        await tabTo(`[data-current] ${part}`);
        await keyboard.press(key);
      }
    };
    for (;;) {
      const count = (part: string) => page.locator(`[data-current] ${part}`).count();
      await press('select', 'ArrowDown', await count('select'));
      await press('input[type="text"]', '1', await count('input[type="text"]'));
      await press('[data-move="down"]', 'Enter', Math.min(1, await count('.sequence')));
      while (
        (await count('[data-choice]:not(:disabled)')) > 0 &&
        (await count('.scene:not([hidden]) [data-choice]:not(:disabled)')) > 0
      )
        await press('[data-choice]:not(:disabled)', 'Enter', 1);
      const groups = await count('.statement');
      if ((await count(':is(.options, .statements)')) > 0) await press('input', 'Space', Math.max(1, groups));
      if (await button(page, 'Finish and see the result').isVisible()) break;
      await tabTo('[data-action="next"]');
      await keyboard.press('Enter');
    }
    await tabTo('[data-action="submit"]');
    await keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your result');
    await page.close();
  }, 60_000);

  it('the outline of a phone opens, is left with Escape, and leads to a page', async () => {
    const page = await open({ viewport: { width: 360, height: 640 } });
    await button(page, 'Outline').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close outline');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Outline');
    await page.keyboard.press('Enter');
    await page.locator('#cw-outline a').nth(2).focus();
    await page.keyboard.press('Enter');
    expect(await shownPage(page)).toBe('sex-or-gender');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.close();
  });
});

describe('axe finds nothing', () => {
  const looks = [
    { look: 'desk', options: { viewport: { width: 1280, height: 800 } } },
    { look: 'phone, dark', options: { viewport: { width: 360, height: 640 }, colorScheme: 'dark' as const } },
  ];
  const courses = ['course', 'tests/fixtures/full'];
  it.each(looks.flatMap((look) => courses.map((course) => ({ ...look, course }))))(
    'on any page of $course: $look',
    async ({ options, course }) => {
      const other = await serve(await builtCourse(course));
      const page = await browser.newPage({ ...options, bypassCSP: true });
      await page.goto(`${other.url}/index.html`);
      await page.waitForSelector('html[data-started]');
      await page.addScriptTag({ content: axe });
      const findings: unknown[] = [];
      const look = async (name: string) => {
        findings.push(
          ...(await page.evaluate(async (where) => {
            const { axe } = window as unknown as {
              axe: { run(options: object): Promise<{ violations: Finding[] }> };
            };
            interface Finding {
              id: string;
              nodes: { html: string }[];
            }
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const { violations } = await axe.run({ runOnly: tags });
            return violations.map(
              ({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html).join(' ')}`,
            );
          }, name)),
        );
      };
      for (const id of await pageIds(page)) {
        await page.evaluate(
          (to) => document.querySelector<HTMLAnchorElement>(`#cw-outline a[href="#${to}"]`)?.click(),
          id,
        );
        await page.locator('.page[data-shown] details:visible').evaluateAll((all) => {
          for (const details of all) details.setAttribute('open', '');
        });
        await look(id);
      }
      await page.locator('.page[data-shown] [data-action="begin"]').click();
      await look('question');
      await answerAnything(page);
      await look('result');
      expect(findings).toEqual([]);
      await page.close();
      await other.close();
    },
    240_000,
  );
});
