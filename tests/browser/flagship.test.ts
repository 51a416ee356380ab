import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import type { Question } from '../../src/course/block.ts';
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import { questionsOf, rightAnswer, wrongAnswer } from '../questions/right-answer.ts';
import { eachInAnLms, lms } from './in-an-lms.ts';
import { answer, button, shownPage, takeAssessment } from './learner.ts';
import { launch } from './lms-server.ts';
import { closeWindow, nextWindow, page } from './windows.ts';

const root = join(import.meta.dirname, '../..');
let outline: CourseOutline;
let questions: ReadonlyMap<string, Question>;

beforeAll(async () => {
  const parsed = parseCourse(await readCourse(join(root, 'course'), 'course'));
  if (!parsed.ok) throw new Error('the flagship has mistakes');
  outline = outlineCourse(parsed);
  questions = questionsOf(parsed);
});
eachInAnLms('course');

const held = () => lms.record();
const interactions = () => (held()?.interactions ?? []) as readonly Interaction[];

/** An interaction as scorm-again keeps it. */
interface Interaction {
  readonly id: string;
  readonly type: string;
  readonly result: string;
  readonly weighting: string;
  readonly student_response: string;
  readonly correct_responses: { readonly 0: { readonly pattern: string } };
}
const responses = (answers: (question: Question) => readonly string[]) =>
  Object.fromEntries([...questions].map(([id, question]) => [id, answers(question)]));

/** Every page in its order; what is to be practised is practised. */
async function read(frame: Frame): Promise<void> {
  await button(frame, 'Start').click();
  for (const { id, assessment } of outlinePages(outline)) {
    expect(await shownPage(frame)).toBe(id);
    if (assessment) return;
    for (const practice of await frame.locator(`#${id} [data-question]`).all()) {
      const question = questions.get((await practice.getAttribute('data-question')) ?? '');
      if (!question) throw new Error('a question that the course lacks');
      await answer(frame, question.id, rightAnswer(question));
      if (question.type !== 'scenario') await practice.locator('[data-action="check"]').click();
      expect(await practice.locator('.question-status').textContent()).toMatch(/^(That is right|Thank you)/);
    }
    await button(frame, 'Next').click();
  }
}

it('the whole lesson is taken twice, failed and then passed, and the LMS holds what the course says', async () => {
  const frame = await launch(page, lms);
  await read(frame);
  const evaluation = outlinePages(outline).find(({ assessment }) => assessment)?.assessment;
  const practised = held()?.interactions.length ?? 0;

  const first = await takeAssessment(frame, responses(wrongAnswer));
  expect(first).toHaveLength(evaluation?.draw ?? 0);
  expect(new Set(first).size).toBe(first.length);
  await expect.poll(() => held()?.status).toBe('failed');
  expect(held()?.score).toBe('0');
  expect(await frame.locator('.result-verdict').textContent()).toContain('Not passed yet.');

  // Back to the pages that teach what was lost, and to no others.
  const links = await frame
    .locator('.result-outcomes a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1)));
  const lost = new Set(first.flatMap((id) => questions.get(id)?.taughtOn ?? []));
  expect([...new Set(links)].sort()).toEqual([...lost].sort());

  const second = await takeAssessment(frame, responses(rightAnswer), 'Take it again');
  // A retake prefers what was not asked: the bank has enough for two draws without a repetition.
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  await expect.poll(() => held()?.status).toBe('passed');
  expect(held()?.score).toBe('100');
  expect(await frame.locator('.result-told').textContent()).toContain('has recorded');

  // Balanced: every outcome is asked about, none more than one question oftener than another.
  for (const asked of [first, second]) {
    const counts = outline.outcomes.map(
      ({ id }) => asked.filter((question) => outline.questions[question]?.outcome === id).length,
    );
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }
  const scored = interactions().filter(({ weighting }) => weighting !== '0');
  expect(scored.map(({ id }) => id)).toEqual([...first, ...second]);
  for (const [
    index,
    { id, type, result, weighting, correct_responses, student_response },
  ] of scored.entries()) {
    const isRight = index >= first.length;
    expect(type).toBe(standardType[questions.get(id)?.type ?? '']);
    expect(result, id).toBe(isRight ? 'correct' : 'wrong');
    expect(Number(weighting)).toBe(questions.get(id)?.points ?? 1);
    if (isRight && type !== 'numeric') expect(student_response).toBe(correct_responses[0].pattern);
  }
  expect(practised).toBeGreaterThan(5);
  expect(held()?.objectives).toEqual(
    outline.outcomes.map(({ id }) => ({ id, score: { raw: '100', min: '0', max: '100' }, status: 'passed' })),
  );
  expect(held()?.suspendData.length).toBeLessThanOrEqual(4096);

  await closeWindow(page);
  await nextWindow();
  const again = await launch(page, lms);
  expect(await shownPage(again)).toBe('learning-evaluation');
  expect(await again.locator('.result-score').textContent()).toBe('100 per cent');
  const outcomes = await again.locator('[data-outcome]').allTextContents();
  expect(outcomes).toHaveLength(4);
  for (const told of outcomes) expect(told).toMatch(/^(\d+) of \1 pages · 100 per cent$/);
  expect(await again.locator('#cw-outline a[data-done]').count()).toBe(outlinePages(outline).length);
}, 180_000);

it('a draw that was left half-way is the same draw when the learner comes back', async () => {
  const frame = await launch(page, lms);
  await frame.locator('#cw-outline a').last().click();
  await button(frame, 'Start the assessment').click();
  const drawn = (screen: Frame) =>
    screen
      .locator('.assessment-questions > :not([data-left-out]) [data-question]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-question')));
  const before = await drawn(frame);
  await closeWindow(page);
  await expect.poll(() => held()?.isFinished).toBe(true);
  await nextWindow();
  const again = await launch(page, lms);
  const after = await drawn(again);
  expect(after).toEqual(before);
  expect(after).toHaveLength(10);
});

/** Types of SCORM 1.2 for ours, as src/formats/README.md says. */
const standardType: Readonly<Record<string, string>> = {
  'true-false': 'true-false',
  'single-choice': 'choice',
  'multiple-choice': 'choice',
  hotspot: 'choice',
  matching: 'matching',
  sorting: 'matching',
  sequencing: 'sequencing',
  'fill-in': 'fill-in',
  numeric: 'numeric',
  cloze: 'performance',
  scenario: 'performance',
};
