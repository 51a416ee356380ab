/** The course that uses everything, as a learner meets it in an LMS. */
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import type { Question } from '../../src/course/block.ts';
import { questionsOf, rightAnswer, wrongAnswer } from '../questions/right-answer.ts';
import { eachInAnLms, lms } from './in-an-lms.ts';
import { answer, answerSomehow, button, shownPage, takeAssessment } from './learner.ts';
import { launch } from './lms-server.ts';
import { closeWindow, errors, nextWindow, page } from './windows.ts';

const full = 'tests/fixtures/full';
const neverScored = ['likert', 'free-text'];
let questions: ReadonlyMap<string, Question>;

beforeAll(async () => {
  const parsed = parseCourse(await readCourse(join(import.meta.dirname, '../..', full), full));
  if (!parsed.ok) throw new Error('the gallery has mistakes');
  questions = questionsOf(parsed);
});
eachInAnLms(full);

const held = () => lms.record();
const goTo = (frame: Frame, id: string) => frame.locator(`#cw-outline a[href="#${id}"]`).click();
const rightTo = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, rightAnswer(questions.get(id) as Question)]));
const asked = (suffix: string) => [...questions.keys()].filter((id) => id.endsWith(suffix));

describe('every question type, in a page', () => {
  it('says what is wrong, is tried again, and is right at last; the LMS and the next sitting know', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'practice');
    for (const id of asked('-practice')) {
      const question = questions.get(id) as Question;
      const root = frame.locator(`[data-question="${id}"]`);
      const status = root.locator('.question-status');
      const act = (name: string) => root.locator(`[data-action="${name}"]`).click();
      // A story says by itself that it is over; everything else is checked when the learner wants it.
      const check = () => (question.type === 'scenario' ? Promise.resolve() : act('check'));
      await check();
      // A learner who has answered nothing is asked to, and loses no try.
      if (question.type !== 'scenario') expect(await status.textContent(), id).toBe('Answer first.');
      if (neverScored.includes(question.type)) {
        await answer(frame, id, rightAnswer(question));
        await check();
        expect(await status.textContent(), id).toBe('Thank you. Your answer is kept.');
        continue;
      }
      await answer(frame, id, wrongAnswer(question));
      await check();
      expect(await status.innerText(), id).toMatch(/^Not quite right\.\s+(Look at the gauge|On the way)\.$/);
      await act('retry');
      await answer(frame, id, rightAnswer(question));
      await check();
      expect(await status.innerText(), id).toMatch(/^That is right\.\s+Well done\./);
    }
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
    const told = (held()?.interactions ?? []) as { id: string; weighting: string; result: string }[];
    for (const id of asked('-practice')) {
      const results = told.filter((one) => one.id === id).map(({ result }) => result);
      const isScored = !neverScored.includes(questions.get(id)?.type ?? '');
      expect(results, id).toEqual(isScored ? ['wrong', 'correct'] : ['neutral']);
    }
    expect(told.every(({ weighting }) => weighting === '0')).toBe(true);

    await nextWindow();
    const again = await launch(page, lms);
    expect(await shownPage(again)).toBe('practice');
    for (const id of asked('-practice'))
      expect(await again.locator(`[data-question="${id}"] .question-status`).textContent(), id).toMatch(
        /^(That is right|Thank you)/,
      );
    const open = ':is(input, select, textarea):enabled:not([readonly])';
    expect(await again.locator(`[data-question$="-practice"] ${open}`).count()).toBe(0);
  }, 60_000);
});

describe('help with a question', () => {
  it('comes one hint after the other, when the learner asks for it', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'practice');
    const hints = frame.locator('#practice [data-question]').first().locator('.hint');
    expect(
      await hints.evaluateAll((all) => all.map((hint) => (hint as HTMLElement).offsetHeight > 0)),
    ).toEqual([true, false]);
    await hints.first().locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await hints.nth(1).isVisible()).toBe(true);
  });
});

describe('feedback', () => {
  it.each([
    { id: 'q-name-practice', given: ['valve'], says: 'Not right There are many valves.' },
    { id: 'q-bar-practice', given: ['60'], says: 'Not right The pump would burst' },
    { id: 'q-jobs-practice', given: ['1a', '2a'], says: 'Right It is a fine mesh.' },
    {
      id: 'q-rule-practice',
      given: ['1=pressure', '2=drain'],
      says: 'Right Nothing is opened under pressure.',
    },
  ])('speaks of what was answered: $id', async ({ id, given, says }) => {
    const frame = await launch(page, lms);
    await goTo(frame, 'practice');
    const root = frame.locator(`[data-question="${id}"]`);
    await answer(frame, id, given);
    await root.locator('[data-action="check"]').click();
    const told = async () =>
      (await root.locator('.verdict').allTextContents()).join(' ').replace(/\s+/g, ' ');
    expect(await told()).toContain(says);
    await root.locator('[data-action="solution"]').click();
    expect(await told()).toMatch(/The answer: (check valve|5.5–6.5 bar|filter)|Not right Holds back water/);
  });

  it('is promised before a question is answered: points, and how an answer that is not whole earns', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'final');
    const rules = await frame.locator('#final .question-rule').allTextContents();
    expect(rules.map((rule) => rule.trim())).toContain(
      '2 points · Each right choice counts; each wrong one takes a right one back.',
    );
    expect(rules.map((rule) => rule.trim())).toContain('1 point · Each part that is right counts.');
  });
});

describe('assessments', () => {
  it('before the lesson show what is known: its pages are done, and it counts for nothing', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'welcome');
    const done = () =>
      frame.locator('#cw-outline a[data-done]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(await done()).toEqual([]);
    await takeAssessment(frame, rightTo(asked('-before')));
    expect(await done()).toEqual(['#welcome', '#own-block']);
    expect(await frame.locator('#welcome .result-outcomes').textContent()).toContain(
      'A block of the course’s own',
    );
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
    expect(held()).toMatchObject({ status: 'incomplete', score: '' });
  });

  it('without feedback show no answer, and end with the last attempt', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'quiz');
    const quiz = frame.locator('#quiz');
    await takeAssessment(frame, rightTo(asked('-quiz')));
    expect(await quiz.locator('.result-score').textContent()).toBe('100 per cent');
    expect(await quiz.locator('.verdict').count()).toBe(0);
    expect(await quiz.locator('.key:visible').count()).toBe(0);
    expect(await quiz.locator('.assessment-attempts').textContent()).toContain('1');
    const wrong = Object.fromEntries(
      asked('-quiz').map((id) => [id, wrongAnswer(questions.get(id) as Question)]),
    );
    await takeAssessment(frame, wrong, 'Take it again');
    // The first attempt counts.
    expect(await quiz.locator('.result-verdict').textContent()).toContain('100 per cent');
    expect(await quiz.locator('[data-action="begin"]').isVisible()).toBe(false);
  });

  it('with feedback at once explain each answer before the next question', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'final');
    const final = frame.locator('#final');
    await final.locator('[data-action="begin"]').click();
    expect(await final.locator('.assessment-time').textContent()).toMatch(/^(20:00|19:5\d) left$/);
    const current = final.locator('[data-current] [data-question]');
    const id = (await current.getAttribute('data-question')) ?? '';
    await answer(frame, id, rightAnswer(questions.get(id) as Question));
    await current.locator('[data-action="check"]').click();
    const points = questions.get(id)?.points ?? 1;
    expect(await current.locator('.question-status').textContent()).toContain(
      `${points} of ${points} points`,
    );
    expect(
      await current.locator(':is(input, select, [data-choice], [data-move]):enabled:not([readonly])').count(),
    ).toBe(0);
    await button(frame, 'Next question').first().click();
    await closeWindow(page);

    await nextWindow();
    const again = await launch(page, lms);
    // Its place in the draw, what was checked, and the clock are where they were.
    expect(await again.locator('#final .assessment-time').textContent()).toMatch(/^(20:00|19:\d\d) left$/);
    expect(
      await again
        .locator(
          `[data-question="${id}"] :is(input, select, [data-choice], [data-move]):enabled:not([readonly])`,
        )
        .count(),
    ).toBe(0);
    expect(
      await again.locator('#final [data-current] [data-question]').getAttribute('data-question'),
    ).not.toBe(id);
  });

  it('with a time limit are handed in when it is over, and can be given more time', async () => {
    await page.clock.install();
    const frame = await launch(page, lms);
    await goTo(frame, 'final');
    const final = frame.locator('#final');
    await final.locator('.assessment-longer select').selectOption('1.5');
    await final.locator('[data-action="begin"]').click();
    await answerSomehow(final.locator('[data-current]'));
    // What turns pages would lead out of it.
    expect(await frame.locator('.turns').isVisible()).toBe(false);
    await page.clock.runFor(21 * 60_000);
    expect(await final.locator('.assessment-time').textContent()).toMatch(/^(9:00|8:5\d) left$/);
    await page.clock.runFor(9 * 60_000 + 2000);
    await expect.poll(() => final.locator('.assessment-result').textContent()).toContain('The time is up');
    expect(await frame.locator('.turns').isVisible()).toBe(true);
    expect(await final.locator('.assessment').getAttribute('data-stage')).toBe('result');
  }, 60_000);
});

describe('blocks that move', () => {
  it('tabs are moved along with the arrow keys', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'gallery-2');
    const tab = (name: string) => frame.getByRole('tab', { name, exact: true });
    await tab('Inlet').focus();
    await page.keyboard.press('ArrowRight');
    expect(await tab('Outlet').getAttribute('aria-selected')).toBe('true');
    const panel = frame.getByRole('tabpanel', { name: 'Outlet' });
    expect(await panel.isVisible()).toBe(true);
    expect(await frame.getByRole('tabpanel').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    expect(await tab('Inlet').getAttribute('aria-selected')).toBe('true');
  });

  it('a point of an annotated picture leads to its text', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'gallery-2');
    await button(frame, '2 Outlet').focus();
    await page.keyboard.press('Enter');
    expect(await frame.evaluate(() => document.activeElement?.textContent)).toContain('Close it second.');
  });

  it('a term opens its definition beside the text, by keyboard, and gives the focus back', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'gallery-1');
    const term = frame.getByRole('link', { name: 'check valve' });
    await term.focus();
    await page.keyboard.press('Enter');
    const popover = frame.getByRole('dialog', { name: 'Check valve' });
    expect(await popover.textContent()).toContain('one direction');
    expect(await shownPage(frame)).toBe('gallery-1');
    await page.keyboard.press('Escape');
    await expect.poll(() => popover.count()).toBe(0);
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await popover.getByRole('link', { name: 'Go to the definition' }).click();
    expect(await shownPage(frame)).toBe('gallery-2');
  });

  it('embedded HTML runs in its frame, and reaches neither the course nor any host', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'gallery-3');
    const inner = await (await frame.locator('.embed iframe').elementHandle())?.contentFrame();
    if (!inner) throw new Error('no frame');
    await inner.locator('button').click();
    expect(await inner.locator('output').textContent()).toBe('1');
    const reached = await inner.evaluate(async (url) => {
      const request = await fetch(url).then(
        () => 'fetched',
        () => 'refused',
      );
      try {
        return [request, String(window.parent.document.title)];
      } catch (error) {
        return [request, (error as Error).name];
      }
    }, `${lms.url}/course/index.html`);
    expect(reached).toEqual(['refused', 'SecurityError']);
    // It is the frame's own policy that refused, and the browser says so.
    await expect.poll(() => errors.length).toBe(2);
    for (const error of errors.splice(0)) expect(error).toContain('Content Security Policy');
  });

  it('a film has its captions, and a picture until it plays', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'gallery-2');
    const cues = () =>
      frame.locator('video').evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length ?? 0);
    await expect.poll(cues).toBe(1);
    const played = await frame.locator('video').evaluate(async (video: HTMLVideoElement) => {
      video.muted = true;
      await video.play();
      return video.videoWidth;
    });
    expect(played).toBe(64);
  });

  it('a block type of the course’s own keeps what it was told', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'own-block');
    await frame.locator('.gauge input').fill('5');
    expect(await frame.locator('.gauge output').textContent()).toBe('5');
    await closeWindow(page);
    await nextWindow();
    const again = await launch(page, lms);
    expect(await again.locator('.gauge input').inputValue()).toBe('5');
  });

  it('what opens is open on paper, and closed again on the screen', async () => {
    const frame = await launch(page, lms);
    await goTo(frame, 'gallery-1');
    const open = () => frame.locator('.accordion details[open], .timeline details[open]').count();
    expect(await open()).toBe(0);
    await frame.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await open()).toBe(3);
    await frame.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await open()).toBe(0);
  });
});
