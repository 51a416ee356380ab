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

const cases = Object.entries(looks).flatMap(([look, options]) =>
  ['course', 'tests/fixtures/full'].map((course) => ({ look, options, course })),
);

it.each(cases)('pictures of $course: $look', async ({ look, options, course }) => {
  await mkdir(target, { recursive: true });
  const served = await serve(await builtCourse(course));
  const browser = await launchChromium();
  const page = await browser.newPage(options);
  let count = 0;
  const take = (name: string) =>
    page.screenshot({
      path: join(
        target,
        `${course.split('/').at(-1)}-${look}-${String(++count).padStart(2, '0')}-${name}.png`,
      ),
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
    await page.locator('.page[data-shown] [data-action="begin"]').click();
    await take('question');
    await answerAnything(page);
    await take('result');
    await page.emulateMedia({ media: 'print' });
    await take('print');
    expect(count).toBeGreaterThan(5);
  } finally {
    await browser.close();
    await served.close();
  }
});
