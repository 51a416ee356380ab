/** The next page gets ready while the learner reads, and is hidden as all others until it is shown. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCourse } from './built-course.ts';
import { launchChromium } from './chromium.ts';
import { button } from './learner.ts';
import { type Served, serve } from './serve.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchChromium(), builtCourse('course').then(serve)]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** On the first page, with the second one ready. */
async function reading(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.goto(`${served.url}/index.html`);
  await button(page, 'Start').click();
  await page.locator('.page[data-shown] + .page[aria-hidden]').waitFor({ state: 'attached' });
  return page;
}

interface Traced {
  readonly name: string;
  readonly args: { readonly elementCount?: number; readonly beginData?: { readonly dirtyObjects?: number } };
}

/** What Chromium styled and laid out meanwhile: elements, and boxes that were not as before. */
async function workOf(page: Page, act: () => Promise<void>): Promise<{ styled: number; laidOut: number }> {
  const session = await browser.newBrowserCDPSession();
  const traced: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => traced.push(...(value as unknown as readonly Traced[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await act();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const whole = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await whole;
  await session.detach();
  const sum = (of: string, count: (args: Traced['args']) => number | undefined) =>
    traced.filter(({ name }) => name === of).reduce((all, { args }) => all + (count(args) ?? 0), 0);
  return {
    styled: sum('UpdateLayoutTree', ({ elementCount }) => elementCount),
    laidOut: sum('Layout', ({ beginData }) => beginData?.dirtyObjects),
  };
}

it('is out of sight, out of the order of tabs, of the accessibility tree and of the search of the browser', async () => {
  const page = await reading();
  const near = page.locator('.page[aria-hidden]');
  const title = (await near.locator('h2').textContent()) ?? '';
  expect(title).not.toBe('');
  expect(await near.locator('h2').evaluate((heading) => heading.checkVisibility())).toBe(false);
  expect(await near.evaluate((element) => element.getBoundingClientRect().height)).toBe(0);
  const focused = await near.locator('h2').evaluate((heading) => {
    heading.focus();
    return document.activeElement === heading;
  });
  expect(focused).toBe(false);
  const tree = await page.context().newCDPSession(page);
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value);
  expect(names).toContain(await page.locator('.page[data-shown] h2').textContent());
  expect(names).not.toContain(title);
  const regions = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'region');
  expect(regions).toHaveLength(1);
  const find = (words: string) =>
    page.evaluate((words) => (window as unknown as { find(text: string): boolean }).find(words), words);
  const words = (await near.locator('.block p').first().innerText()).slice(0, 30) || title;
  expect(await find(words)).toBe(false);
  await page.close();
});

it('stands on paper with all others', async () => {
  const page = await reading();
  await page.emulateMedia({ media: 'print' });
  for (const heading of await page.locator('.page h2').all())
    expect(await heading.evaluate((element) => element.checkVisibility())).toBe(true);
  await page.close();
});

it('is not shown by a browser that cannot hide it so', async () => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.route('**/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('content-visibility', 'unheard-of');
    await route.fulfill({ response, body });
  });
  await page.goto(`${served.url}/index.html`);
  await button(page, 'Start').click();
  await page.locator('.page[data-shown] + .page[aria-hidden]').waitFor({ state: 'attached' });
  const shown = await page
    .locator('.page')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  expect(shown).toBe(1);
  await page.close();
});

it('is shown without being styled and laid out anew', async () => {
  const page = await reading();
  const { length } = await page.locator('.page[aria-hidden] *').all();
  expect(length).toBeGreaterThan(40);
  // The page after it would get ready in the same while.
  await page.evaluate(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  const turn = await workOf(page, () => button(page, 'Next').click());
  expect(turn.styled).toBeGreaterThan(0);
  expect(turn.styled).toBeLessThan(length / 2);
  expect(turn.laidOut).toBeLessThan(length / 2);
  await page.close();
});
