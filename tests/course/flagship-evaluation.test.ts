/** The learning evaluation of Lesson 2.7, row 23: its bank, its draw, and the craft of its questions. */
import { describe, expect, it } from 'vitest';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import type { Question } from '../../src/course/block.ts';
import { poolOf } from '../../src/course/course.ts';
import { course, page, pages, parsed, said } from './flagship.ts';

interface Option {
  readonly id: string;
  readonly text: string;
  readonly correct?: boolean;
  readonly feedback?: string;
}
const assessment = pages.at(-1)?.assessment;
const pool = (assessment ? poolOf(course, assessment) : []) as readonly (Question & {
  readonly options?: readonly Option[];
  readonly explanation?: string;
  readonly answer?: unknown;
})[];
const ofType = (type: string) => pool.filter((one) => one.type === type);

describe('the learning evaluation', () => {
  it('asks ten of at least 24 questions, balanced over the outcomes, and is passed with 80 per cent', () => {
    expect(pool.length).toBeGreaterThanOrEqual(24);
    expect(new Set(pool.map(({ type }) => type)).size).toBeGreaterThanOrEqual(6);
    expect(course.passMark).toBe(80);
    expect(outlineCourse(parsed).lessons[0]?.pages.at(-1)?.assessment).toMatchObject({
      ...{ draw: 10, balance: 'outcome', attempts: null, counts: 'best', feedback: 'end' },
    });
  });

  it('has enough questions of each outcome for two draws without a repetition, easy and hard ones', () => {
    for (const { id } of course.outcomes) {
      const own = pool.filter(({ outcome }) => outcome === id);
      expect(own.length, id).toBeGreaterThanOrEqual(6);
      expect(new Set(own.map(({ type }) => type)).size, id).toBeGreaterThanOrEqual(5);
      expect(new Set(own.map(({ difficulty }) => difficulty)).size, id).toBeGreaterThanOrEqual(2);
    }
    expect(pool.filter(({ difficulty, explanation }) => !difficulty || !explanation)).toEqual([]);
  });

  it('leads back from each question to the pages that teach it', () => {
    for (const { id, outcome = '', taughtOn = [] } of pool) {
      expect(taughtOn.length, id).toBeGreaterThanOrEqual(1);
      for (const name of taughtOn) expect(page(name)?.outcomes, `${id}: ${name}`).toContain(outcome);
    }
  });

  it('asks about zero tolerance of sexual exploitation and abuse', () => {
    expect(pool.filter((one) => /zero.tolerance|exploit/i.test(said(one))).length).toBeGreaterThanOrEqual(2);
  });

  it('says something to every option, and gives no prize for the place of the right one', () => {
    for (const { id, options } of pool)
      for (const { feedback } of options ?? []) expect(feedback?.length, id).toBeGreaterThan(10);
    for (const { id, options, shuffle } of pool) if (options) expect(shuffle, id).toBe(true);
  });

  it('does not give the answer away by its length', () => {
    const lengths = ofType('single-choice').map(({ options = [] }) => ({
      right: options.find((one) => one.correct)?.text.length ?? 0,
      others: options.filter((one) => !one.correct).map(({ text }) => text.length),
    }));
    for (const { right, others } of lengths) expect(right).toBeLessThanOrEqual(Math.max(...others) * 1.25);
    const longest = lengths.filter(({ right, others }) => right > Math.max(...others)).length;
    expect(longest).toBeLessThanOrEqual(lengths.length / 3);
    const shortest = lengths.filter(({ right, others }) => right < Math.min(...others)).length;
    expect(shortest).toBeLessThanOrEqual(lengths.length / 3);
  });

  it('is true as often as false, and leaves no choice of all', () => {
    const answers = ofType('true-false').map(({ answer }) => answer);
    const truths = answers.filter(Boolean).length;
    expect(Math.abs(truths * 2 - answers.length)).toBeLessThanOrEqual(2);
    for (const { id, options = [] } of ofType('multiple-choice')) {
      const right = options.filter(({ correct }) => correct).length;
      expect(right, id).toBeGreaterThanOrEqual(2);
      expect(right, id).toBeLessThan(options.length);
    }
    for (const { options = [] } of pool)
      for (const { text } of options)
        expect(text).not.toMatch(/\b(all|none) of (the|these) (above|answers)\b/i);
  });

  it('speaks of no case as if it were real', () => {
    for (const { id, prompt, type } of pool) if (type === 'scenario') expect(prompt, id).toMatch(/imagined/i);
  });
});
