import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import type { Lms2004Record } from '../../build/preview/scorm/scorm2004-lms.ts';
import type { Question } from '../../src/course/block.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { questionsOf, rightAnswer, wrongAnswer } from '../questions/right-answer.ts';
import { builtCourse } from './built-course.ts';
import { answer, button, expectSaved, shownPage, takeAssessment } from './learner.ts';
import { failIn, type LmsServer, launch, startLms } from './lms-server.ts';
import { closeWindow, eachOnADevice, nextWindow, page } from './windows.ts';

const full = 'tests/fixtures/full';
let small: ReadonlyMap<string, Uint8Array>;
let gallery: ReadonlyMap<string, Uint8Array>;
let questions: ReadonlyMap<string, Question>;
let lms: LmsServer<Lms2004Record>;
const right = { 'q-valve': ['a'], 'q-tools': ['a', 'b'], 'q-drain': ['t'], 'q-parts': ['1a', '2b'] };
const wrong = { 'q-valve': ['b'], 'q-tools': ['c'], 'q-drain': ['f'], 'q-parts': ['1b', '2a'] };

beforeAll(async () => {
  [small, gallery] = await Promise.all([
    builtCourse('tests/fixtures/small', scorm2004),
    builtCourse(full, scorm2004),
  ]);
  const parsed = parseCourse(await readCourse(join(import.meta.dirname, '../..', full), full));
  if (!parsed.ok) throw new Error('the gallery has mistakes');
  questions = questionsOf(parsed);
});
// Registered before the device, it runs after it: what a window says last is heard when it is closed.
afterEach(async () => {
  await lms.close();
  expect(lms.violations).toEqual([]);
});
eachOnADevice();
const held = () => lms.record();

it('a learner starts, leaves without warning, comes back, fails, passes, and nothing is taken back', async () => {
  lms = await startLms<Lms2004Record>(small, 'scorm2004');
  const first = await launch(page, lms);
  await expect.poll(() => held()?.completion).toBe('incomplete');
  await button(first, 'Start').click();
  await button(first, 'Next').click();
  await first.locator('textarea').fill('Under a bridge — en été.');
  await closeWindow(page);
  await expect.poll(() => held()?.isFinished).toBe(true);
  expect(held()).toMatchObject({ completion: 'incomplete', success: 'unknown', scaled: '', exit: 'suspend' });
  expect(Number(held()?.progress)).toBeGreaterThan(0);

  await nextWindow();
  const second = await launch(page, lms);
  expect(await shownPage(second)).toBe('parts');
  expect(await second.locator('textarea').inputValue()).toBe('Under a bridge — en été.');
  await button(second, 'Next').click();
  await takeAssessment(second, wrong);
  await expect.poll(() => held()?.success).toBe('failed');
  expect(held()).toMatchObject({ completion: 'completed', scaled: '0', score: '0' });
  await takeAssessment(second, right, 'Take it again');
  await expect.poll(() => held()?.success).toBe('passed');
  await takeAssessment(second, wrong, 'Take it again');
  await closeWindow(page);
  await expect.poll(() => held()?.isFinished).toBe(true);
  expect(held()).toMatchObject({ completion: 'completed', success: 'passed', scaled: '1', progress: '1' });
  expect(held()?.totalTime).toMatch(/^P/);
  expect(held()?.interactions).toHaveLength(12);
  expect(held()?.interactions.slice(4, 8)).toMatchObject([
    { id: 'q-valve', type: 'choice', learner_response: 'a', result: 'correct', weighting: '1' },
    { id: 'q-tools', type: 'choice', learner_response: 'a[,]b', result: 'correct', weighting: '2' },
    { id: 'q-drain', type: 'true-false', learner_response: 'true', result: 'correct' },
    { id: 'q-parts', type: 'matching', learner_response: '1[.]a[,]2[.]b', result: 'correct' },
  ]);
  expect(held()?.objectives).toMatchObject([{ id: 'safe-start', success_status: 'passed' }]);
}, 60_000);

it('every question type is told in words that the standard takes', async () => {
  lms = await startLms<Lms2004Record>(gallery, 'scorm2004');
  const frame = await launch(page, lms);
  await frame.locator('#cw-outline a[href="#practice"]').click();
  const practice = [...questions.keys()].filter((id) => id.endsWith('-practice'));
  for (const id of practice) {
    const question = questions.get(id) as Question;
    const act = (name: string) => frame.locator(`[data-question="${id}"] [data-action="${name}"]`).click();
    // A story is checked at its end.
    const check = async () => question.type !== 'scenario' && act('check');
    if (!['likert', 'free-text'].includes(question.type)) {
      await answer(frame, id, wrongAnswer(question));
      await check();
      await act('retry');
    }
    await answer(frame, id, rightAnswer(question));
    await check();
  }
  await closeWindow(page);
  await expect.poll(() => held()?.isFinished).toBe(true);
  const told = new Set(((held()?.interactions ?? []) as { id: string }[]).map(({ id }) => id));
  expect([...told].sort()).toEqual([...practice].sort());
}, 60_000);

it('an LMS with rules of its own is obeyed, and the learner told of them', async () => {
  lms = await startLms<Lms2004Record>(small, 'scorm2004');
  lms.settings = { masteryScore: '90', completionThreshold: '0.6', objectives: ['safe-start'] };
  const frame = await launch(page, lms);
  expect(await frame.locator('.start-lms').textContent()).toBe(
    'Your LMS asks for 90 per cent to pass, and that is what counts. ' +
      'Your LMS takes it for complete when 60 per cent of the pages are done, and that is what counts.',
  );
  await button(frame, 'Start').click();
  await button(frame, 'Next').click();
  await closeWindow(page);
  await expect.poll(() => held()?.isFinished).toBe(true);
  expect(held()).toMatchObject({ completion: 'completed', success: 'unknown', progress: '0.6667' });
});

it('an LMS that fails is borne calmly, and told later', async () => {
  lms = await startLms<Lms2004Record>(small, 'scorm2004');
  const frame = await launch(page, lms);
  await failIn(page, { calls: ['SetValue', 'Commit'], how: 'throw' });
  await frame.locator('#cw-outline a', { hasText: 'Check what you know' }).click();
  await takeAssessment(frame, right);
  await expect.poll(() => frame.locator('.save').textContent()).toContain('Not connected to your LMS');
  await failIn(page, null);
  await expectSaved(frame);
  expect(held()).toMatchObject({ success: 'passed', scaled: '1' });
});
