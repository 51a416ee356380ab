import { describe, expect, it } from 'vitest';
import { eachInAnLms, lms } from './in-an-lms.ts';
import { answer, button, expectSaved, shownPage, takeAssessment } from './learner.ts';
import { callsIn, failIn, launch } from './lms-server.ts';
import { closeWindow, nextWindow, page } from './windows.ts';

const right = { 'q-valve': ['a'], 'q-tools': ['a', 'b'], 'q-drain': ['t'], 'q-parts': ['1a', '2b'] };
const wrong = { 'q-valve': ['b'], 'q-tools': ['c'], 'q-drain': ['f'], 'q-parts': ['1b', '2b'] };

const held = () => lms.record();

eachInAnLms('tests/fixtures/small');

describe('a learner takes the course in an LMS', () => {
  it('starts, leaves in the middle without warning, comes back, finishes and passes', async () => {
    const first = await launch(page, lms);
    await expect.poll(() => held()?.status).toBe('incomplete');
    await button(first, 'Start').click();
    expect(await shownPage(first)).toBe('before');
    await button(first, 'Next').click();
    await answer(first, 'sort-parts', ['1a', '2a']);
    await button(first, 'Check').click();
    await first.locator('textarea').fill('Under a bridge — en été.');
    await closeWindow(page);

    await expect.poll(() => held()?.isFinished).toBe(true);
    expect(held()).toMatchObject({ status: 'incomplete', score: '', location: 'parts', exit: 'suspend' });
    expect(held()?.interactions).toMatchObject([
      { id: 'sort-parts', type: 'matching', student_response: '1.a,2.a', result: '0.5', weighting: '0' },
    ]);

    await nextWindow();
    const second = await launch(page, lms);
    expect(await shownPage(second)).toBe('parts');
    expect(await second.locator('textarea').inputValue()).toBe('Under a bridge — en été.');
    expect(await second.locator('[data-question="sort-parts"] input[value="2a"]').isChecked()).toBe(true);
    expect(await second.locator('[data-question="sort-parts"] [data-verdict="wrong"]').count()).toBe(1);
    await button(second, 'Next').click();
    await takeAssessment(second, right);
    await expect.poll(() => second.locator('.result-score').textContent()).toBe('100 per cent');
    await expect.poll(() => second.locator('.result-told').textContent()).toContain('has recorded');
    expect(held()).toMatchObject({ status: 'passed', score: '100' });
    await closeWindow(page);

    await expect.poll(() => held()?.isFinished).toBe(true);
    expect(held()).toMatchObject({ status: 'passed', score: '100', location: 'check' });
    expect(held()?.totalTime).toMatch(/^\d+:\d\d:\d\d(\.\d+)?$/);
    expect(held()?.totalTime).not.toBe('0000:00:00.00');
    expect(held()?.interactions).toMatchObject([
      { id: 'sort-parts' },
      { id: 'q-valve', type: 'choice', student_response: 'a', result: 'correct', weighting: '1' },
      { id: 'q-tools', type: 'choice', student_response: 'a,b', result: 'correct', weighting: '2' },
      { id: 'q-drain', type: 'true-false', student_response: 't', result: 'correct' },
      { id: 'q-parts', type: 'matching', student_response: '1.a,2.b', result: 'correct' },
    ]);
    expect(held()?.suspendData.length).toBeLessThanOrEqual(4096);
  });

  it('fails, is told why, takes it again and passes; and is not failed again by a later try', async () => {
    const frame = await launch(page, lms);
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, wrong);
    await expect.poll(() => held()?.status).toBe('failed');
    expect(held()?.score).toBe('10');
    expect(await frame.locator('.result-verdict').textContent()).toContain('The pass mark is 80 per cent.');
    expect(await frame.locator('.result-outcomes a').allTextContents()).toEqual([
      'Before you start',
      'The parts',
    ]);
    expect(await frame.locator('[data-question="q-valve"] .verdict').first().textContent()).toContain(
      'This is right.',
    );

    await takeAssessment(frame, right, 'Take it again');
    await expect.poll(() => held()?.status).toBe('passed');
    await takeAssessment(frame, wrong, 'Take it again');
    await expect
      .poll(() => frame.locator('.result-verdict').textContent())
      .toContain('Your best score is 100 per cent.');
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
    expect(held()).toMatchObject({ status: 'passed', score: '100' });
    expect(held()?.interactions).toHaveLength(12);
  });

  it('is asked for every answer before the assessment is done', async () => {
    const frame = await launch(page, lms);
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, { ...right, 'q-tools': [] });
    expect(await frame.locator('.assessment-status').textContent()).toBe('1 question is still open.');
    expect(await frame.locator('[data-current] [data-question]').getAttribute('data-question')).toBe(
      'q-tools',
    );
    expect(held()?.score).toBe('');
  });

  it('keeps the answers of an assessment that was left half-way', async () => {
    const frame = await launch(page, lms);
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await button(frame, 'Start the assessment').click();
    await answer(frame, 'q-valve', ['a']);
    await button(frame, 'Next question').click();
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
    await nextWindow();
    const again = await launch(page, lms);
    expect(await again.locator('[data-current] [data-question]').getAttribute('data-question')).toBe(
      'q-tools',
    );
    await button(again, 'Previous question').click();
    expect(await again.locator('[data-question="q-valve"] input[value="a"]').isChecked()).toBe(true);
  });

  it('initializes once and finishes once, and is saved when the tab is hidden', async () => {
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    await frame.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const calls = await callsIn(page);
    expect(calls.filter(({ name }) => name === 'LMSInitialize')).toHaveLength(1);
    expect(calls.filter(({ name }) => name === 'LMSFinish')).toHaveLength(0);
    expect(calls.at(-1)?.name).toBe('LMSCommit');
    expect(calls.some(({ args }) => args[0] === 'cmi.core.session_time')).toBe(true);
    await expect.poll(() => held()?.location).toBe('before');
  });
});

describe('an LMS that is not at its best', () => {
  it('that adds its API after three seconds is found', async () => {
    lms.late = 3000;
    const frame = await launch(page, lms);
    await expectSaved(frame);
  });

  it('that fails is borne calmly: the answer is kept, told later, and the learner goes on', async () => {
    const frame = await launch(page, lms);
    await failIn(page, { calls: ['LMSSetValue', 'LMSCommit'], how: 'throw' });
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, right);
    await expect.poll(() => frame.locator('.save').textContent()).toContain('Not connected to your LMS');
    expect(await frame.locator('.result-told').textContent()).toContain('has not taken the result yet');
    await failIn(page, null);
    await expectSaved(frame);
    expect(held()).toMatchObject({ status: 'passed', score: '100' });
  });

  it('that fails to the end leaves the result on the device, and is told at the next start', async () => {
    const frame = await launch(page, lms);
    await failIn(page, { calls: ['LMSSetValue', 'LMSCommit', 'LMSFinish'], how: 'false' });
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, right);
    await closeWindow(page);
    expect(held()).toMatchObject({ status: 'incomplete', score: '' });
    await nextWindow();
    await launch(page, lms);
    await expect.poll(() => held()?.status).toBe('passed');
  });

  it('gives no learner the answers of another on the same device', async () => {
    const frame = await launch(page, lms);
    await failIn(page, { calls: ['LMSSetValue', 'LMSCommit', 'LMSFinish'], how: 'false' });
    await button(frame, 'Start').click();
    await closeWindow(page);
    lms.enrol('another');
    await nextWindow();
    expect(await shownPage(await launch(page, lms))).toBe('cw-start');
    await closeWindow(page);
    await expect.poll(() => held()?.isFinished).toBe(true);
    lms.enrol('learner-7');
    await nextWindow();
    expect(await shownPage(await launch(page, lms))).toBe('before');
  });

  it('in review mode is told nothing, and the learner is told so', async () => {
    lms.settings = { mode: 'review' };
    const frame = await launch(page, lms);
    await button(frame, 'Start').click();
    expect(await frame.locator('.save').textContent()).toBe('Review: nothing is recorded.');
    const calls = await callsIn(page);
    expect(calls.filter(({ name }) => name === 'LMSSetValue' || name === 'LMSCommit')).toEqual([]);
  });

  it('with a mastery score of its own has the last word on passing', async () => {
    lms.settings = { masteryScore: '100' };
    const frame = await launch(page, lms);
    await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
    await takeAssessment(frame, { ...right, 'q-parts': ['1a', '2a'] });
    expect(await frame.locator('.result-verdict').textContent()).toContain('Not passed yet.');
    await expect.poll(() => held()?.status).toBe('failed');
    expect(held()?.score).toBe('90');
  });
});
