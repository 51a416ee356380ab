/** What pictures are taken of: each shows something that no other does. Few, so that each is looked at. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { answerSomehow } from '../browser/learner.ts';

export interface Scene {
  /** Name of its file. */
  readonly name: string;
  /** Path from the repository's root. */
  readonly course: string;
  readonly look: BrowserContextOptions;
  /** Id of the page; the start screen when left out. */
  readonly page?: string;
  /** What a learner does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** How much of it: what a window shows, when left out. */
  readonly whole?: boolean;
}

const [flagship, gallery, arabic] = ['course', 'tests/fixtures/full', 'tests/fixtures/arabic'];
const desk = { viewport: { width: 1280, height: 800 } } as const;
const phone = { viewport: { width: 390, height: 780 } } as const;
/** A4 at 96 pixels an inch, without its margins. */
const paper = { viewport: { width: 680, height: 960 } } as const;
const frame = { viewport: { width: 320, height: 400 } } as const;
const dark = { ...desk, colorScheme: 'dark' } as const;

const shown = (page: Page) => page.locator('.page[data-shown]');

const begin = (page: Page) => shown(page).locator('[data-action="begin"]').click();

async function checkAll(page: Page): Promise<void> {
  for (const question of await shown(page).locator('[data-question]').all()) {
    await answerSomehow(question);
    const check = question.locator('[data-action="check"]');
    if (await check.isVisible()) await check.click();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function finish(page: Page): Promise<void> {
  await begin(page);
  for (;;) {
    await answerSomehow(shown(page).locator('[data-current]'));
    const next = shown(page).locator('[data-action="next"]');
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await shown(page).locator('[data-action="submit"]').click();
  await shown(page).locator('.result-score').waitFor();
}

const print = (page: Page) => page.emulateMedia({ media: 'print' });
const outline = (page: Page) => page.locator('[data-outline="open"]').click();
const saving = (page: Page) => page.locator('.save').click();

export const scenes: readonly Scene[] = [
  { name: 'start-desk', course: flagship, look: desk },
  { name: 'start-phone', course: flagship, look: phone },
  { name: 'start-dark', course: flagship, look: dark },
  { name: 'saving-phone', course: flagship, look: phone, act: saving },
  { name: 'outline-phone', course: flagship, look: phone, page: 'four-pillars', act: outline },
  { name: 'reading-desk', course: flagship, look: desk, page: 'what-sex-and-gender-mean', whole: true },
  { name: 'reading-phone', course: flagship, look: phone, page: 'what-sex-and-gender-mean', whole: true },
  { name: 'reading-dark', course: flagship, look: dark, page: 'what-sex-and-gender-mean' },
  { name: 'reading-frame', course: flagship, look: frame, page: 'what-sex-and-gender-mean' },
  {
    name: 'reading-contrast',
    course: flagship,
    look: { ...desk, contrast: 'more' },
    page: 'how-conflict-affects-people',
  },
  { name: 'start-print', course: flagship, look: paper, act: print },
  { name: 'blocks-1-desk', course: gallery, look: desk, page: 'gallery-1', whole: true },
  { name: 'blocks-1-phone', course: gallery, look: phone, page: 'gallery-1', whole: true },
  { name: 'blocks-1-forced', course: gallery, look: { ...desk, forcedColors: 'active' }, page: 'gallery-1' },
  { name: 'blocks-2-desk', course: gallery, look: desk, page: 'gallery-2', whole: true },
  { name: 'blocks-2-dark', course: gallery, look: dark, page: 'gallery-2' },
  { name: 'blocks-3-desk', course: gallery, look: desk, page: 'gallery-3', whole: true },
  { name: 'activities-desk', course: gallery, look: desk, page: 'activities', whole: true },
  { name: 'practice-desk', course: gallery, look: desk, page: 'practice', act: checkAll, whole: true },
  { name: 'practice-frame', course: gallery, look: frame, page: 'practice' },
  { name: 'result-desk', course: gallery, look: desk, page: 'quiz', act: finish },
  { name: 'result-phone', course: gallery, look: phone, page: 'quiz', act: finish },
  {
    name: 'activities-phone-dark',
    course: gallery,
    look: { ...phone, colorScheme: 'dark' },
    page: 'activities',
  },
  { name: 'start-arabic', course: arabic, look: desk },
  { name: 'reading-arabic', course: arabic, look: phone, page: 'before' },
];
