import { describe, expect, it } from 'vitest';
import { attemptsLeft, triesLeft } from '../../src/session/answering.ts';
import type { LearnerEvent } from '../../src/session/event.ts';
import { reduce } from '../../src/session/reduce.ts';
import { reportOf } from '../../src/session/report.ts';
import { beginSitting, noProgress, type SessionState } from '../../src/session/state.ts';
import { anOutline, assessedBy, logics } from './an-outline.ts';

const outline = anOutline();

/** What became of the learner to whom these things happened, a second after each other. */
function after(
  events: readonly Omit<LearnerEvent, 'at'>[],
  from: SessionState = beginSitting(noProgress, 0),
): SessionState {
  return events.reduce<SessionState>(
    (state, event, index) =>
      reduce(outline, logics, state, { at: (index + 1) * 1000, ...event } as LearnerEvent),
    from,
  );
}
const shown = (page: string) => ({ type: 'page-shown', page }) as Omit<LearnerEvent, 'at'>;
const chosen = (question: string, ...response: string[]) =>
  ({ type: 'chosen', question, response }) as Omit<LearnerEvent, 'at'>;
const checked = (question: string) => ({ type: 'checked', question }) as Omit<LearnerEvent, 'at'>;
const begun = { type: 'assessment-begun', page: 'check', seed: 7, timeFactor: 1 } as Omit<LearnerEvent, 'at'>;
const submitted = { type: 'assessment-submitted', page: 'check' } as Omit<LearnerEvent, 'at'>;
const report = (state: SessionState) => reportOf(outline, logics, state, 4096);

describe('a sitting', () => {
  it('is incomplete and without a score until something scored was submitted', () => {
    const state = after([
      shown('one'),
      chosen('q-sort', '1a', '2b'),
      checked('q-sort'),
      shown('check'),
      begun,
      chosen('q-one', 'a'),
    ]);
    expect(report(state)).toMatchObject({
      completion: 'incomplete',
      success: 'unknown',
      score: null,
      location: 'check',
    });
  });

  it.each([
    { one: ['a'], two: ['a', 'b'], score: 100, success: 'passed' },
    { one: ['b'], two: ['a', 'b'], score: 75, success: 'failed' },
    { one: ['a'], two: ['a'], score: 25, success: 'failed' },
    { one: ['b'], two: ['c'], score: 0, success: 'failed' },
  ])('with $one and $two scores $score: $success', ({ one, two, score, success }) => {
    const state = after([begun, chosen('q-one', ...one), chosen('q-two', ...two), submitted]);
    expect(report(state)).toMatchObject({ score, success });
  });

  it('is complete when every page was seen and the assessment taken', () => {
    const answers = [begun, chosen('q-one', 'b'), chosen('q-two', 'a', 'b'), submitted];
    expect(report(after([shown('one'), shown('two'), shown('check')])).completion).toBe('incomplete');
    expect(report(after([shown('one'), shown('check'), ...answers])).completion).toBe('incomplete');
    expect(report(after([shown('one'), shown('two'), shown('check'), ...answers])).completion).toBe(
      'completed',
    );
  });

  it('keeps the best score when a later attempt is worse', () => {
    const state = after([
      begun,
      chosen('q-one', 'a'),
      chosen('q-two', 'a', 'b'),
      submitted,
      begun,
      chosen('q-one', 'b'),
      chosen('q-two', 'c'),
      submitted,
    ]);
    expect(state.attempts.check).toMatchObject({
      number: 2,
      isSubmitted: true,
      counted: { share: 1, outcomes: { know: 1 } },
    });
    expect(report(state)).toMatchObject({ score: 100, success: 'passed' });
  });

  it('begins an attempt with no answers, and takes none after it was submitted', () => {
    const state = after([begun, chosen('q-one', 'a'), chosen('q-two', 'c'), submitted, chosen('q-one', 'b')]);
    expect(state.answers['q-one']).toEqual({ response: ['a'], tries: 0, isFinal: true });
    expect(after([begun], state).answers['q-one']).toBeUndefined();
  });

  it('tells the LMS each question once it stands, with the time it took', () => {
    const state = after([
      begun,
      { type: 'question-met', question: 'q-one' } as Omit<LearnerEvent, 'at'>,
      chosen('q-one', 'b'),
      chosen('q-one', 'a'),
      chosen('q-two', 'a', 'b'),
      submitted,
    ]);
    expect(report(state).interactions).toEqual([
      {
        id: 'q-one',
        what: { type: 'choice', response: ['a'], correct: ['a'] },
        grade: 1,
        weighting: 1,
        outcome: 'know',
        at: 4000,
        latency: 2000,
      },
      {
        id: 'q-two',
        what: { type: 'choice', response: ['a', 'b'], correct: ['a', 'b'] },
        grade: 1,
        weighting: 3,
        outcome: 'know',
        at: 5000,
        latency: null,
      },
    ]);
  });

  it('counts tries, and takes no more when they are used up', () => {
    const wrong = [
      chosen('q-sort', '1b', '2b'),
      checked('q-sort'),
      { type: 'reopened', question: 'q-sort' } as Omit<LearnerEvent, 'at'>,
    ];
    const once = after(wrong);
    expect([triesLeft(outline, once, 'q-sort'), once.answers['q-sort']?.isFinal]).toEqual([1, false]);
    const twice = after(wrong, once);
    expect([triesLeft(outline, twice, 'q-sort'), twice.answers['q-sort']?.isFinal]).toEqual([0, true]);
    expect(report(after([chosen('q-sort', '1a', '2b'), checked('q-sort')], twice)).interactions).toEqual(
      report(twice).interactions,
    );
  });

  it('lets a limited assessment be begun that often', () => {
    const limited = assessedBy({ attempts: 1 });
    const first = after([begun, submitted]);
    expect(attemptsLeft(limited, first, 'check')).toBe(0);
    expect(
      reduce(limited, logics, first, { ...begun, at: 9000 } as LearnerEvent).attempts.check?.number,
    ).toBe(1);
  });

  it('keeps the learner’s words, cut to what the bookmark has room for', () => {
    const written = (text: string) =>
      ({ type: 'text-written', block: 'think', text }) as Omit<LearnerEvent, 'at'>;
    expect(after([written('x'.repeat(80))]).texts.think).toHaveLength(50);
    expect(after([{ ...written('no'), block: 'nothing' } as Omit<LearnerEvent, 'at'>]).texts).toEqual({});
  });
});

describe('time on lesson', () => {
  const second = 1000;
  const minute = 60 * second;
  const timed = (...events: LearnerEvent[]) =>
    events.reduce((state, event) => reduce(outline, logics, state, event), beginSitting(noProgress, 0));
  const at = (time: number, type: 'active' | 'hidden' | 'visible' | 'ticked'): LearnerEvent => ({
    type,
    at: time,
  });
  /** A tick each second from one time to the other. */
  const ticks = (from: number, to: number) =>
    Array.from({ length: (to - from) / second }, (_, index) => at(from + (index + 1) * second, 'ticked'));

  it('runs while the learner is there', () => {
    const state = timed({ ...shown('one'), at: 0 } as LearnerEvent, ...ticks(0, 4 * minute));
    expect([state.sitting.active, state.time.lesson]).toEqual([4 * minute, 4 * minute]);
  });

  it('stands still while the page is hidden', () => {
    const state = timed(
      ...ticks(0, minute),
      at(minute, 'hidden'),
      at(30 * minute, 'visible'),
      ...ticks(30 * minute, 31 * minute),
    );
    expect(state.sitting.active).toBe(2 * minute);
  });

  it('stands still after five minutes without a sign of the learner, and goes on with the next one', () => {
    const idle = ticks(0, 20 * minute);
    expect(timed(...idle).sitting.active).toBe(5 * minute);
    const back = timed(...idle, at(20 * minute, 'active'), ...ticks(20 * minute, 21 * minute));
    expect(back.sitting.active).toBe(6 * minute);
  });

  it('waits as long for a sign of the learner as the course says', () => {
    const patient = { ...outline, idleMinutes: 12 };
    const state = ticks(0, 20 * minute).reduce(
      (before, event) => reduce(patient, logics, before, event),
      beginSitting(noProgress, 0),
    );
    expect(state.sitting.active).toBe(12 * minute);
  });

  it('does not count a night asleep, nor a clock that is set forward', () => {
    expect(timed(...ticks(0, minute), at(600 * minute, 'ticked')).sitting.active).toBe(minute);
  });

  it('counts the seconds for which a slow LMS stops the page', () => {
    expect(timed(at(second, 'active'), at(7 * second, 'ticked')).sitting.active).toBe(7 * second);
  });

  it('never runs backwards when the clock is set back, and does not take the learner for active ever after', () => {
    const state = timed(
      at(59 * minute, 'active'),
      ...ticks(59 * minute, 60 * minute),
      ...ticks(0, 20 * minute),
    );
    expect(state.sitting.active).toBe(minute + 5 * minute);
  });

  it('goes on from earlier sittings for the lesson, and from nothing for the sitting', () => {
    const earlier = { ...noProgress, page: 'one', time: { lesson: 7 * minute } };
    const state = reduce(outline, logics, beginSitting(earlier, 0), at(9 * second, 'active'));
    expect([state.time.lesson, state.sitting.active]).toEqual([7 * minute + 9 * second, 9 * second]);
  });

  it('is told of each page that was shown and left', () => {
    const state = timed(
      { ...shown('one'), at: 0 } as LearnerEvent,
      ...ticks(0, 20 * second),
      { ...shown('two'), at: 20 * second } as LearnerEvent,
      ...ticks(20 * second, 30 * second),
      { type: 'left', at: 30 * second },
    );
    expect(state.sitting.visits).toEqual([
      { page: 'one', at: 0, duration: 20 * second },
      { page: 'two', at: 20 * second, duration: 10 * second },
    ]);
    expect(state.sitting.visit).toBeNull();
  });
});
