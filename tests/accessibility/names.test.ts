/** Names, roles, states, and what is said aloud, as Chromium gives them to a screen reader. */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { answer, answerSomehow, button } from '../browser/learner.ts';
import { failIn, type LmsServer, launch, startLms } from '../browser/lms-server.ts';
import { accessibilityTree, type Told } from './accessibility-tree.ts';

const controls = [
  ...['button', 'link', 'textbox', 'checkbox', 'radio', 'combobox', 'slider', 'tab', 'progressbar'],
  ...['radiogroup', 'region', 'navigation', 'dialog', 'tabpanel', 'DisclosureTriangle', 'image'],
];
let browser: Browser;
let files: ReadonlyMap<string, Uint8Array>;
let lms: LmsServer;
let page: Page;
let frame: Frame;

beforeAll(async () => {
  [browser, files] = await Promise.all([launchChromium(), builtCourse('tests/fixtures/full')]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  lms = await startLms(files);
  page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  frame = await launch(page, lms);
});
afterEach(async () => {
  await page.close();
  await lms.close();
});

const turnTo = (id: string) =>
  frame.evaluate((to) => document.querySelector<HTMLElement>(`#cw-outline a[href="#${to}"]`)?.click(), id);
const tree = () => accessibilityTree(page, frame);
const withRole = async (role: string) => (await tree()).filter((told) => told.role === role);
/** All that is in a live region of this role now. */
const said = async (role: string) => (await withRole(role)).map(({ text }) => text).join(' | ');

it('every control, picture and landmark has a name, and says its state', async () => {
  const ids = await frame.locator('main > .page').evaluateAll((pages) => pages.map((one) => one.id));
  const nameless: string[] = [];
  const met = new Set<string>();
  const isNamed = ({ role, name, states }: Told) =>
    !controls.includes(role) || name.trim() !== '' || states.hidden === true;
  for (const id of ids) {
    await turnTo(id);
    for (const told of await tree()) {
      met.add(told.role);
      if (!isNamed(told)) nameless.push(`${id}: ${told.role}: ${told.text.slice(0, 80)}`);
    }
  }
  expect(nameless).toEqual([]);
  for (const role of ['banner', 'main', 'navigation', 'heading', 'radiogroup', 'combobox', 'tab', 'slider'])
    expect([...met]).toContain(role);

  await turnTo('practice');
  const groups = (await withRole('group')).map(({ name }) => name);
  const prompts = await frame
    .locator('#practice .question-prompt')
    .evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim()));
  expect(prompts.length).toBeGreaterThan(12);
  for (const prompt of prompts) expect(groups).toContain(prompt);

  const outline = async () => (await withRole('button')).find(({ name }) => name === 'Outline');
  expect((await outline())?.states.expanded).toBe(false);
  await button(frame, 'Outline').click();
  const links = (await withRole('link')).filter(({ states }) => states.focusable);
  const here = await frame
    .locator('#cw-outline [aria-current="page"]')
    .evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim()));
  expect(here).toHaveLength(1);
  // What was read is said in words, not by a dot alone.
  expect(links.filter(({ name }) => / done$/.test(name)).length).toBeGreaterThan(2);
  await page.keyboard.press('Escape');
  expect((await outline())?.states.expanded).toBe(false);
}, 60_000);

it('what changes is said: an answer, feedback, a move, the result, the time that is left', async () => {
  await page.clock.install();
  frame = await launch(page, lms);
  await turnTo('practice');
  const practice = (type: string) => frame.locator(`#practice [data-question]:has(${type})`);
  const sequence = practice('.sequence');
  await sequence.locator('[data-move="down"]').first().click();
  expect(await said('status')).toMatch(/: now in place 2 of \d/);
  const typed = practice('.typed:not(.numeric) input').first();
  await typed.locator('[data-action="check"]').click();
  expect(await said('status')).toContain('Answer first.');
  const id = (await typed.getAttribute('data-question')) ?? '';
  await answer(frame, id, ['something else']);
  await typed.locator('[data-action="check"]').click();
  expect(await said('status')).toContain('Not quite right.');
  // Who goes back into the field hears what is wrong with it.
  expect(await typed.locator('input').getAttribute('aria-describedby')).toBe(
    await typed.locator('.verdict').getAttribute('id'),
  );
  const numeric = practice('.numeric');
  await numeric.locator('input').fill('many');
  await numeric.locator('input').blur();
  expect(await said('status')).toContain('This is not a number.');
  const wrong = (await withRole('textbox')).find(({ states }) => states.invalid === 'true');
  expect(wrong?.name).toContain('bar');

  await turnTo('final');
  await frame.locator('#final [data-action="begin"]').click();
  expect(await said('timer')).toMatch(/ left$/);
  await page.clock.runFor(15 * 60_000 + 1000);
  expect(await said('status')).toMatch(/5 minutes left/);
  await page.clock.runFor(6 * 60_000);
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe('Your result');
  const bars = (await withRole('progressbar')).map(({ name }) => name);
  expect(bars).toContain('Safe start');
}, 60_000);

it('saving is silent while it goes well, said aloud when it does not, and takes no focus', async () => {
  await button(frame, 'Start').click();
  await expect.poll(() => frame.locator('.save').textContent()).toMatch(/^Saved /);
  expect(await said('status')).not.toContain('Saved');
  const focused = () => frame.evaluate(() => document.activeElement?.outerHTML);
  await failIn(page, { calls: ['LMSSetValue', 'LMSCommit'], how: 'false' });
  await turnTo('practice');
  const before = await focused();
  await answerSomehow(frame.locator('#practice [data-question]').first());
  await expect.poll(() => said('status')).toContain('Not connected to your LMS');
  await failIn(page, null);
  await expect.poll(() => said('status')).toContain('Saved');
  expect(before).toContain('H2'.toLowerCase());
  expect(await focused()).not.toContain('class="save');
}, 60_000);
