import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import type { LmsRecord } from '../../build/preview/scorm/scorm12-lms.ts';
import { formats } from '../../src/formats/index.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { key, settings } from '../lrs/ask.ts';
import { judge, verbsIn } from '../xapi/judge.ts';
import { builtCourse } from './built-course.ts';
import { answer, button, shownPage } from './learner.ts';
import { begun, type LmsServer, startLms } from './lms-server.ts';
import { serve } from './serve.ts';
import { browser, closeWindow, eachOnADevice, errors, nextWindow, page } from './windows.ts';

const language = (screen: Page | Frame) => screen.locator('html').getAttribute('lang');

// A browser writes a line into the console for every document that an LRS does not have.
eachOnADevice([], /status of 404/);

/** The course in the LMS's frame, in this language: the door leads on to it by itself. */
async function launchIn(lms: LmsServer, wanted: string): Promise<Frame> {
  await page.goto(`${lms.url}/lms.html`);
  return inLanguage(wanted);
}

/** Closes the window, and waits for the last words: what comes later would be the next learner's. */
async function leave(lms: LmsServer): Promise<void> {
  await expect.poll(() => lms.record()?.isFinished).toBe(false);
  await closeWindow(page);
  await expect.poll(() => lms.record()?.isFinished).toBe(true);
}

async function inLanguage(wanted: string): Promise<Frame> {
  await expect.poll(() => page.frames().at(-1)?.url()).toContain(`.${wanted}.html`);
  return begun(page);
}

it('opens in the language that the LMS says, changes it where the learner is, and keeps the choice', {
  timeout: 120_000,
}, async () => {
  const lms = await startLms(await builtCourse('tests/fixtures/languages'));
  // As SCORM 1.2 writes it.
  lms.settings = { language: 'French' };
  let course = await launchIn(lms, 'fr');
  expect(lms.requests.filter((path) => /index\.(en|ar)\.html/.test(path))).toEqual([]);
  await button(course, 'Commencer').click();
  await answer(course, 'gap-boil', ['1=de l’eau']);
  await course.locator('[data-action="check"]').first().click();
  await expect
    .poll(() => course.locator('[data-question="gap-boil"] .question-status').textContent())
    .toContain('C’est exact.');
  await button(course, 'Suivant').click();
  expect(await shownPage(course)).toBe('filter');

  await course.locator('#cw-outline a[href="#cw-start"]').click();
  await course.locator('.languages a[hreflang="ar"]').click();
  course = await inLanguage('ar');
  expect([await language(course), await course.locator('html').getAttribute('dir')]).toEqual(['ar', 'rtl']);
  expect(await course.locator('.languages [aria-current]').textContent()).toBe('العربية');
  await button(course, 'المتابعة من حيث توقفتم').click();
  expect(await shownPage(course)).toBe('filter');
  expect(await course.locator('#cw-outline a[data-done]').count()).toBeGreaterThan(0);
  expect(await course.locator('.page[data-shown] h2').textContent()).toBe('الترشيح');
  // An answer of the other language is right in this one.
  await button(course, 'السابق').click();
  expect(await course.locator('[data-gap="1"]').inputValue()).toBe('de l’eau');
  await expect.poll(() => lms.record()?.suspendData ?? '').not.toBe('');
  await leave(lms);
  expect((lms.record() as LmsRecord).language).toBe('ar');

  await nextWindow();
  course = await launchIn(lms, 'ar');
  expect(await shownPage(course)).toBe('boil');
  await leave(lms);

  // Another learner on the same device gets what the LMS says of that one, and where it says nothing what the browser does.
  for (const [other, said, wanted] of [
    ['learner-8', 'fr-CA', 'fr'],
    ['learner-9', '', 'en'],
  ] as const) {
    lms.enrol(other);
    lms.settings = { learner: other, language: said };
    await nextWindow();
    course = await launchIn(lms, wanted);
    expect(await shownPage(course)).toBe('cw-start');
    await leave(lms);
  }
  expect(lms.violations).toEqual([]);
  await lms.close();
});

it('opens in the first language that a cmi5 LMS keeps for the learner, in one session', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lrs-'));
  const lrs = await serveLrs({ ...settings, isStateStrict: true }, join(folder, 'lrs.json'));
  const profile = new URLSearchParams({ agent: JSON.stringify(actor), profileId: 'cmi5LearnerPreferences' });
  await fetch(`${lrs.endpoint}agents/profile?${profile}`, {
    method: 'PUT',
    headers: { authorization: key, 'x-experience-api-version': '1.0.3', 'content-type': 'application/json' },
    body: JSON.stringify({ languagePreference: 'de,ar,fr', audioPreference: 'on' }),
  });
  const served = await serve(await builtCourse('tests/fixtures/languages', formats.cmi5));
  const query = lrs.launch({
    ...{ activityId: 'https://lms.example/activity/1', actor, registration, launchMode: 'Normal' },
    ...{ publisherId: 'https://example.org/courses/water/au', masteryScore: 0.5, returnUrl: null },
    moveOn: 'CompletedAndPassed',
  });
  await page.goto(`${served.url}/index.html?${query}`);
  await page.waitForSelector('html[lang="ar"][data-started]');
  await button(page, 'بدء').click();
  await page.locator('#cw-outline a[href="#cw-start"]').click();
  await page.locator('.languages a[hreflang="fr"]').click();
  await page.waitForSelector('html[lang="fr"][data-started]');
  await button(page, 'Reprendre où vous en étiez').click();
  expect(await shownPage(page)).toBe('boil');
  await closeWindow(page);
  await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');
  expect(verbsIn(lrs).filter((verb) => verb === 'initialized' || verb === 'terminated')).toEqual([
    'initialized',
    'terminated',
  ]);
  judge(lrs);
  await lrs.stop();
  await served.close();
  await rm(folder, { recursive: true });
});

it('opens the flagship from a disk in the language of the browser, and says what is in English still', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'languages-'));
  for (const [path, content] of await builtCourse('course', formats.scorm12, ['en', 'fr', 'ar'])) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  for (const [locale, direction, title, aim, next] of [
    ['fr-FR', 'ltr', 'Les femmes et la paix et la sécurité', /^Le Conseil de sécurité de l’ONU/, 'Suivant'],
    ['ar', 'rtl', 'المرأة والسلام والأمن', /^أسند مجلس الأمن/, 'التالي'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const opened = await context.newPage();
    opened.on('pageerror', (error) => errors.push(error.message));
    opened.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await opened.goto(pathToFileURL(join(folder, 'index.html')).href);
    await opened.waitForSelector(`html[lang="${locale.slice(0, 2)}"][dir="${direction}"][data-started]`);
    expect(await opened.title()).toBe(title);
    expect(await opened.locator('.start-aim').textContent()).toMatch(aim);
    const source = opened.locator('.start-sources [lang="en"]').first();
    expect(await source.getAttribute('dir')).toBe('ltr');
    await opened.locator('[data-action="start"]').click();
    for (const page of ['why-this-lesson-matters', 'sex-or-gender', 'what-sex-and-gender-mean']) {
      expect(await shownPage(opened)).toBe(page);
      expect(await opened.locator('.page[data-shown] [lang="en"]').count()).toBe(0);
      await button(opened, next).click();
    }
    const fallback = opened.locator('.page[data-shown] div[lang="en"]').first();
    expect(await fallback.textContent()).toContain('Gender is the main reason');
    expect(await fallback.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await context.close();
  }
  await rm(folder, { recursive: true });
});
