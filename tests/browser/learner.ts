/** What a learner does with hands and eyes. */

import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Screen = Page | Frame;

export const button = (screen: Screen, name: string) => screen.getByRole('button', { name, exact: true });

export const shownPage = (screen: Screen) => screen.locator('.page[data-shown]').getAttribute('id');

/** Answers the question on the screen, whatever its type: the response is what the session would hold. */
export async function answer(screen: Screen, question: string, response: readonly string[]): Promise<void> {
  const root = screen.locator(`[data-question="${question}"]`);
  const has = async (selector: string) => (await root.locator(selector).count()) > 0;
  if (await has('.scenario'))
    for (const [scene, choice] of response)
      await root.locator(`[data-scene="${scene}"] [data-choice="${choice}"]`).click();
  else if (await has('.sequence')) await putInOrder(root, response);
  else if (await has('.matches'))
    for (const [item, target = ''] of response)
      await root.locator(`[data-item="${item}"]`).selectOption(target);
  else if (await has('.cloze'))
    for (const token of response) {
      const gap = root.locator(`[data-gap="${token[0]}"]`);
      if ((await gap.evaluate((element) => element.tagName)) === 'SELECT')
        await gap.selectOption(token.slice(2));
      else await gap.fill(token.slice(2));
    }
  else if (await has('.typed')) await root.locator('.typed :is(input, textarea)').fill(response[0] ?? '');
  else {
    for (const box of await root.locator('input[type="checkbox"]').all())
      await box.setChecked(response.includes((await box.getAttribute('value')) ?? ''));
    for (const value of response) await root.locator(`input[value="${value}"]`).check();
  }
}

/** Moves each item up to its place; where that is the order already shown, one is moved there and back. */
async function putInOrder(root: Locator, marks: readonly string[]): Promise<void> {
  const order = () =>
    root
      .locator('.sequence-item')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-mark')));
  const move = (mark: string, way: 'up' | 'down') =>
    root.locator(`.sequence-item[data-mark="${mark}"] [data-move="${way}"]`).click();
  const [first = ''] = marks;
  if ((await order())[0] === first) await move(first, 'down');
  for (const [place, mark] of marks.entries())
    for (let at = (await order()).indexOf(mark); at > place; at--) await move(mark, 'up');
}

/** From the start of the assessment to its result. What is asked and not among the responses is left open. */
export async function takeAssessment(
  screen: Screen,
  responses: Readonly<Record<string, readonly string[]>>,
  begin = 'Start the assessment',
): Promise<string[]> {
  await shown(screen, button(screen, begin)).click();
  const asked: string[] = [];
  for (;;) {
    const current = screen.locator('.page[data-shown] [data-current] [data-question]');
    const question = (await current.getAttribute('data-question')) ?? '';
    asked.push(question);
    await answer(screen, question, responses[question] ?? []);
    const next = shown(screen, button(screen, 'Next question'));
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await shown(screen, button(screen, 'Finish and see the result')).click();
  return asked;
}

/** The one on the page that is shown. */
const shown = (screen: Screen, control: Locator) => screen.locator('.page[data-shown]').locator(control);

export async function expectSaved(screen: Screen): Promise<void> {
  await expect.poll(() => screen.locator('.save').textContent()).toMatch(/^Saved /);
}

/** An answer to each question that comes, to the end. */
export async function answerAnything(screen: Screen): Promise<void> {
  for (;;) {
    const current = screen.locator('.page[data-shown] [data-current]');
    await answerSomehow(current);
    const next = shown(screen, button(screen, 'Next question'));
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await shown(screen, button(screen, 'Finish and see the result')).click();
}

/** The first of everything that can be chosen or typed. */
export async function answerSomehow(question: Locator): Promise<void> {
  const choices = question.locator('[data-choice]:visible:enabled');
  while ((await choices.count()) > 0) await choices.first().click();
  for (const select of await question.locator('select').all()) await select.selectOption({ index: 1 });
  for (const field of await question.locator(':is(.typed, .cloze) :is(input, textarea)').all())
    await field.fill('1');
  if ((await question.locator('.sequence').count()) > 0)
    await question.locator('[data-move="down"]').first().click();
  const statements = await question.locator('.statement').all();
  for (const group of statements.length > 0 ? statements : [question]) {
    const input = group.locator('input:is([type="radio"], [type="checkbox"])').first();
    if ((await input.count()) > 0) await input.check();
  }
}
