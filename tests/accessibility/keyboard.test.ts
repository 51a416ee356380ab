/** Everything by keyboard: the focus is seen wherever it is, nothing holds it, and a turned page has it. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import type { Question } from '../../src/course/block.ts';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { button, shownPage } from '../browser/learner.ts';
import { type Served, serve } from '../browser/serve.ts';
import { questionsOf, rightAnswer } from '../questions/right-answer.ts';
import { answerByKeyboard, stopAt, tabTo } from './keys.ts';

const phone = { width: 360, height: 640 };
let browser: Browser;
const servers: Served[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  for (const served of servers) await served.close();
});

async function open(course: string): Promise<{ page: Page; questions: ReadonlyMap<string, Question> }> {
  const served = await serve(await builtCourse(course));
  servers.push(served);
  const parsed = parseCourse(await readCourse(join(import.meta.dirname, '../..', course), course));
  if (!parsed.ok) throw new Error(`${course} has mistakes`);
  const page = await browser.newPage({ viewport: phone });
  await page.goto(`${served.url}/index.html`);
  await page.waitForSelector('html[data-started]');
  return { page, questions: questionsOf(parsed) };
}

/** After a turn the heading has the focus, and the title of the window is that of the page. */
async function expectTurned(page: Page): Promise<void> {
  const [tag, heading, title] = await page.evaluate(() => [
    document.activeElement?.tagName,
    document.activeElement?.textContent,
    document.title,
  ]);
  expect(tag, title).toBe('H2');
  expect(title?.startsWith(`${heading} · `), title).toBe(true);
}

/**
 * From the heading of the page to its last control, by Tab; a question that is come to is answered.
 * @returns what was wrong at any stop
 */
async function walk(page: Page, questions: ReadonlyMap<string, Question>, last: string): Promise<string[]> {
  const faults: string[] = [];
  const answered = new Set<string>();
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    faults.push(...stop.faults.map((fault) => `${fault}: ${stop.what}`));
    if (await page.evaluate((end) => document.activeElement?.matches(end), last)) return faults;
    const question = questions.get(stop.question);
    if (!question || answered.has(question.id)) continue;
    answered.add(question.id);
    await page.keyboard.press('Shift+Tab');
    await answerByKeyboard(page, question, rightAnswer(question));
    if (question.type !== 'scenario') {
      await tabTo(page, `[data-question="${question.id}"] [data-action="check"]`);
      await page.keyboard.press('Enter');
    }
    const status = page.locator(`[data-question="${question.id}"] .question-status`);
    expect(await status.textContent(), question.id).toMatch(/^(That is right|Thank you)/);
  }
  throw new Error(`Tab never comes to ${last}`);
}

describe('by keyboard alone', () => {
  it('the flagship is begun, read, practised, evaluated and finished', async () => {
    const { page, questions } = await open('course');
    const faults: string[] = [];
    faults.push(...(await walk(page, questions, '[data-action="start"]')));
    await page.keyboard.press('Enter');
    while (!(await page.locator('.page[data-shown] [data-assessment]').isVisible())) {
      await expectTurned(page);
      faults.push(...(await walk(page, questions, '[data-turn="next"]')));
      await page.keyboard.press('Enter');
    }
    await expectTurned(page);
    await tabTo(page, '.page[data-shown] [data-action="begin"]');
    await page.keyboard.press('Enter');
    for (;;) {
      // The label “Question 2 of 10” has the focus, and the next Tab comes to the question.
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('question-label');
      const current = page.locator('.page[data-shown] [data-current] [data-question]');
      const question = questions.get((await current.getAttribute('data-question')) ?? '');
      if (!question) throw new Error('a question that the course lacks');
      await answerByKeyboard(page, question, rightAnswer(question));
      const isLast = await button(page, 'Finish and see the result').isVisible();
      await tabTo(page, `.page[data-shown] [data-action="${isLast ? 'submit' : 'next'}"]`);
      faults.push(...(await stopAt(page)).faults);
      await page.keyboard.press('Enter');
      if (isLast) break;
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your result');
    expect(await page.locator('.result-score').textContent()).toBe('100 per cent');
    expect(faults).toEqual([]);
    await page.close();
  }, 180_000);

  it('every type of question is answered, and every block of the gallery passed', async () => {
    const { page, questions } = await open('tests/fixtures/full');
    await page.locator('.page[data-shown] [data-action="start"]').focus();
    await page.keyboard.press('Enter');
    const faults: string[] = [];
    const met = new Set<string>();
    while ((await shownPage(page)) !== 'practice') {
      await expectTurned(page);
      faults.push(...(await walk(page, new Map(), '[data-turn="next"]')));
      await page.keyboard.press('Enter');
    }
    for (const id of await page
      .locator('#practice [data-question]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.question ?? '')))
      met.add(questions.get(id)?.type ?? id);
    faults.push(...(await walk(page, questions, '[data-turn="next"]')));
    expect(met.size).toBe(13);
    expect(faults).toEqual([]);
    await page.close();
  }, 180_000);

  it('the outline of a phone opens, is left with Escape, and leads to a page', async () => {
    const { page } = await open('tests/fixtures/small');
    await tabTo(page, '.skip');
    await tabTo(page, '[data-outline="open"]');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(await focused()).toBe('Close outline');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Outline');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const name = await focused();
    await page.keyboard.press('Enter');
    await expectTurned(page);
    expect(await focused()).toBe(name);
    await page.close();
  });

  it('the first stop skips to the text', async () => {
    const { page } = await open('tests/fixtures/small');
    await page.keyboard.press('Tab');
    expect((await stopAt(page)).faults).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.close();
  });
});
