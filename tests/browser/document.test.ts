import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { styleOf } from '../packages/style-of.ts';
import { builtCourse } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { button, shownPage } from './learner.ts';
import { type Served, serve } from './serve.ts';

let browser: Browser;
let flagship: ReadonlyMap<string, Uint8Array>;
let served: Served;

beforeAll(async () => {
  [browser, flagship] = await Promise.all([launchChromium(), builtCourse('course')]);
  served = await serve(flagship);
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

  it('writes into the outline what a page turn changed, and nothing else', async () => {
    const page = await open();
    await button(page, 'Start').click();
    const written = await page.evaluate(async () => {
      const written: string[] = [];
      new MutationObserver((records) => {
        for (const { target } of records) written.push((target as Element).className);
      }).observe(document.getElementById('cw-outline') as Element, { childList: true, subtree: true });
      document.querySelector<HTMLElement>('[data-turn="next"]')?.click();
      // It comes behind the frame that shows the page.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return written;
    });
    // The page that is shown counts as read; how much is left need not be another minute.
    expect(written.filter((name) => name !== 'progress-left')).toEqual([
      'outline-state hidden-text',
      'progress-count',
    ]);
    await page.close();
  });
});
