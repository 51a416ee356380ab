/** Pictures of the player, to be looked at: desk, phone, dark. They land in tests/screenshots/. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/serve.ts';

const target = join(import.meta.dirname, '../screenshots');
const looks = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
} as const;

it.each(Object.entries(looks))('pictures: %s', async (look, options) => {
  await mkdir(target, { recursive: true });
  const served = await serve(await builtCourse('course'));
  const browser = await launchChromium();
  const page = await browser.newPage(options);
  let count = 0;
  const take = (name: string) =>
    page.screenshot({
      path: join(target, `${look}-${String(++count).padStart(2, '0')}-${name}.png`),
      fullPage: true,
    });
  try {
    await page.goto(`${served.url}/index.html`);
    await page.getByRole('button', { name: 'Start', exact: true }).click({ trial: true });
    await take('start');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    while (await page.getByRole('button', { name: 'Next', exact: true }).isVisible()) {
      await take(await shownPage(page));
      await page.getByRole('button', { name: 'Next', exact: true }).click();
    }
    await take(await shownPage(page));
    await page.getByRole('button', { name: 'Start the assessment' }).click();
    for (let question = 1; ; question++) {
      await answerFirst(page);
      if (question === 2) await take('question');
      const next = page.getByRole('button', { name: 'Next question' });
      if (!(await next.isVisible())) break;
      await next.click();
    }
    await page.getByRole('button', { name: 'Finish and see the result' }).click();
    await take('result');
    expect(count).toBeGreaterThan(5);
  } finally {
    await browser.close();
    await served.close();
  }
});

const shownPage = async (page: Page) => (await page.locator('.page[data-shown]').getAttribute('id')) ?? '';

/** The first answer to whatever is asked. */
async function answerFirst(page: Page): Promise<void> {
  const current = page.locator('.assessment-questions > [data-current]');
  const statements = await current.locator('.statement').all();
  for (const group of statements.length > 0 ? statements : [current])
    await group.locator('input').first().check();
}
