/** Pictures of the player, to be looked at: desk, phone, dark. They land in tests/screenshots/. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { answerAnything, button, shownPage } from '../browser/learner.ts';
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
    await button(page, 'Start').click({ trial: true });
    await take('start');
    await button(page, 'Start').click();
    while (await button(page, 'Next').isVisible()) {
      await take((await shownPage(page)) ?? '');
      await button(page, 'Next').click();
    }
    await take((await shownPage(page)) ?? '');
    await button(page, 'Start the assessment').click();
    await take('question');
    await answerAnything(page);
    await take('result');
    expect(count).toBeGreaterThan(5);
  } finally {
    await browser.close();
    await served.close();
  }
});
