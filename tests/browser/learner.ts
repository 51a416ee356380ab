/** What a learner does with hands and eyes. */

import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Screen = Page | Frame;

export const button = (screen: Screen, name: string) => screen.getByRole('button', { name, exact: true });

export const shownPage = (screen: Screen) => screen.locator('.page[data-shown]').getAttribute('id');

/** Answers the question on the screen: options by their marks, statements by `statement + group`. */
export async function answer(screen: Screen, question: string, response: readonly string[]): Promise<void> {
  for (const value of response)
    await screen.locator(`[data-question="${question}"] input[value="${value}"]`).check();
}

/** From the start of the assessment to its result. */
export async function takeAssessment(
  screen: Screen,
  responses: Readonly<Record<string, readonly string[]>>,
  begin = 'Start the assessment',
): Promise<void> {
  await button(screen, begin).click();
  for (let count = 0; count < Object.keys(responses).length; count++) {
    const current = screen.locator('.assessment-questions > [data-current] [data-question]');
    const question = (await current.getAttribute('data-question')) ?? '';
    await answer(screen, question, responses[question] ?? []);
    const next = button(screen, 'Next question');
    if (await next.isVisible()) await next.click();
  }
  await button(screen, 'Finish and see the result').click();
}

export async function expectSaved(screen: Screen): Promise<void> {
  await expect.poll(() => screen.locator('.save').textContent(), { timeout: 8000 }).toMatch(/^Saved /);
}

/** The first answer to each question, to the end. */
export async function answerAnything(screen: Screen): Promise<void> {
  for (;;) {
    const current = screen.locator('[data-current]');
    const statements = await current.locator('.statement').all();
    for (const group of statements.length > 0 ? statements : [current])
      await group.locator('input').first().check();
    const next = button(screen, 'Next question');
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await button(screen, 'Finish and see the result').click();
}
