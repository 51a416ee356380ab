/** Every page of every course as every learner may look at it: one load a course, all pages at once. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCourse } from '../browser/built-course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { answerAnything, answerSomehow, button } from '../browser/learner.ts';
import { type Served, serve } from '../browser/serve.ts';
import { axeFindings, loadAxe } from './axe.ts';
import { cutBySpacing, smallTargets } from './measure.ts';

const desk = { width: 1280, height: 800 };
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

async function open(course: string): Promise<Page> {
  const served = await serve(await builtCourse(course));
  servers.push(served);
  // Colours that are on their way from day to night have no contrast to be measured.
  const context = await browser.newContext({ viewport: desk, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${served.url}/index.html`);
  await page.waitForSelector('html[data-started]');
  await loadAxe(page);
  return page;
}

/** Brings each page to life in turn, with everything open on it that opens, and then lays all of them under each other. */
async function showAll(page: Page): Promise<void> {
  const ids = await page.locator('main > .page').evaluateAll((pages) => pages.map((one) => one.id));
  for (const id of ids) await turnTo(page, id);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('main > .page')) one.setAttribute('data-shown', '');
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
    // The questions of an assessment as they stand on the sheet of answers.
    for (const asked of document.querySelectorAll('[data-left-out]')) asked.removeAttribute('data-left-out');
    for (const one of document.querySelectorAll('[data-stage]')) one.setAttribute('data-stage', 'result');
  });
}

const turnTo = (page: Page, id: string) =>
  page.evaluate(
    (to) => document.querySelector<HTMLAnchorElement>(`#cw-outline a[href="#${to}"]`)?.click(),
    id,
  );

/** All rules by day on a desk and on a phone; by night the colours, and nothing else, are others. */
async function everyLook(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, viewport] of [
    ['desk', desk],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...(await axeFindings(page, `${where}, ${name}`)));
    found.push(...(await smallTargets(page, `${where}, ${name}`)));
    found.push(...(await cutBySpacing(page, `${where}, ${name}`)));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeFindings(page, `${where}, ${name}, dark`, ['color-contrast'])));
  }
  return found;
}

describe.each(['course', 'tests/fixtures/full', 'tests/fixtures/arabic'])('%s', (course) => {
  it('has nothing that axe, targets of 24 pixels or wider spacing find fault with, on any page', async () => {
    const page = await open(course);
    await showAll(page);
    expect(await everyLook(page, 'left to right')).toEqual([]);
    await page.context().close();
  }, 120_000);
});

describe('the gallery', () => {
  it('mirrored, has none either', async () => {
    const page = await open('tests/fixtures/full');
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await showAll(page);
    expect(await everyLook(page, 'right to left')).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('has none while questions are answered: wrong, right, in an assessment, at its result', async () => {
    const page = await open('tests/fixtures/full');
    const found: string[] = [];
    await turnTo(page, 'practice');
    const practices = await page.locator('#practice [data-question]').all();
    for (const practice of practices) {
      await answerSomehow(practice);
      const check = practice.locator('[data-action="check"]');
      if (await check.isVisible()) await check.click();
    }
    found.push(...(await everyLook(page, 'checked')));
    for (const practice of practices) {
      const solution = practice.locator('[data-action="solution"]');
      if (await solution.isVisible()) await solution.click();
    }
    found.push(...(await axeFindings(page, 'solved')));
    await turnTo(page, 'final');
    await page.locator('#final [data-action="begin"]').click();
    found.push(...(await axeFindings(page, 'a question of an assessment')));
    await answerAnything(page);
    found.push(...(await everyLook(page, 'the result')));
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('has none with a panel open: saving, outline, a definition, a notice that the course is open elsewhere', async () => {
    const page = await open('tests/fixtures/full');
    const found: string[] = [];
    await page.locator('.save').click();
    found.push(...(await everyLook(page, 'save panel')));
    await page.keyboard.press('Escape');
    await page.setViewportSize(phone);
    await button(page, 'Outline').click();
    found.push(...(await axeFindings(page, 'outline')), ...(await cutBySpacing(page, 'outline')));
    await page.keyboard.press('Escape');
    await turnTo(page, 'gallery-1');
    await page.getByRole('link', { name: 'check valve' }).click();
    found.push(...(await everyLook(page, 'definition')));
    const second = await page.context().newPage();
    await second.goto(page.url());
    await second.waitForSelector('.notice');
    await loadAxe(second);
    found.push(...(await everyLook(second, 'notice')));
    expect(found).toEqual([]);
    await page.context().close();
  }, 120_000);
});
