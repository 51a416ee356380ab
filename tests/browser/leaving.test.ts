/** Ways out of a course that need more than a closed window. */
import { expect, it } from 'vitest';
import { eachInAnLms, lms } from './in-an-lms.ts';
import { button, expectSaved, shownPage } from './learner.ts';
import { callsIn, launch } from './lms-server.ts';
import { closeWindow, nextWindow, page } from './windows.ts';

const held = () => lms.record();
const names = async () => (await callsIn(page)).map(({ name }) => name);

// Playwright turns the back-forward cache off; learners have it.
eachInAnLms('tests/fixtures/small', ['--disable-back-forward-cache']);

/** On the second page, with words that no save has waited for. */
const halfWay = async () => {
  const frame = await launch(page, lms);
  await button(frame, 'Start').click();
  await button(frame, 'Next').click();
  await frame.locator('textarea').fill('just typed');
  return frame;
};

it.each([
  { how: 'shows another page in its frame', act: 'document.querySelector("iframe").src = "about:blank"' },
  { how: 'takes the frame out of its page', act: 'document.querySelector("iframe").remove()' },
])('an LMS that takes the course away hears its last words: it $how', async ({ act }) => {
  await halfWay();
  await page.evaluate(act);
  await expect.poll(() => held()?.isFinished).toBe(true);
  expect(held()?.location).toBe('parts');
  expect((await names()).filter((name) => name === 'LMSFinish')).toHaveLength(1);
  await closeWindow(page);
  await nextWindow();
  const again = await launch(page, lms);
  expect(await again.locator('textarea').inputValue()).toBe('just typed');
});

it('an LMS that takes the course away in the moment of a page turn hears of the page', async () => {
  await halfWay();
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    frame?.contentDocument?.querySelector<HTMLElement>('[data-turn="previous"]')?.click();
    frame?.remove();
  });
  await expect.poll(() => held()?.isFinished).toBe(true);
  expect(held()?.location).toBe('before');
});

it('a course that comes back from the back-forward cache is loaded anew, the LMS with it', async () => {
  await halfWay();
  await page.evaluate(() => {
    (window as unknown as { wasHere: boolean }).wasHere = true;
  });
  await page.goto('about:blank');
  await expect.poll(() => held()?.isFinished).toBe(true);
  await page.goBack({ waitUntil: 'commit' });
  const frame = () => page.frame({ url: /\/course\/index/ });
  await expect.poll(async () => frame()?.locator('textarea').inputValue()).toBe('just typed');
  const courseFrame = frame();
  if (!courseFrame) throw new Error('The LMS shows no course.');
  expect(await shownPage(courseFrame)).toBe('parts');
  await expectSaved(courseFrame);
  // A page that was never loaded anew would still have the mark, and a conversation that is over.
  expect(await page.evaluate(() => 'wasHere' in window)).toBe(false);
  expect((await names()).filter((name) => name === 'LMSInitialize')).toHaveLength(1);
});

it('a window that is loaded anew goes on where it was, with one end to one session and a beginning to the next', async () => {
  await halfWay();
  await page.reload();
  const frame = page.frame({ url: /\/course\// });
  await frame?.waitForSelector('html[data-started]');
  expect(await frame?.locator('textarea').inputValue()).toBe('just typed');
  expect((await names()).filter((name) => name === 'LMSInitialize')).toHaveLength(1);
});
