import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentOutline, CourseOutline } from '../../src/course/outline.ts';
import { completionOf, isPageDone, successOf } from '../../src/session/completion.ts';
import { judgedBy } from '../../src/session/lms-rules.ts';
import { reduce } from '../../src/session/reduce.ts';
import { reportOf } from '../../src/session/report.ts';
import { beginSitting, noProgress, type SessionState } from '../../src/session/state.ts';
import { deadlineOf } from '../../src/session/time.ts';
import { anOutline, assessedBy, logics } from './an-outline.ts';

const minute = 60_000;

/** A learner in a course: does one thing after the other, a second between them. */
function learnerOf(outline: CourseOutline, from: SessionState = beginSitting(noProgress, 0)) {
  let state = from;
  const happen = (event: object) => {
    state = reduce(outline, logics, state, { at: state.sitting.lastAt + 1000, ...event } as never);
    return learner;
  };
  const learner = {
    happen,
    state: () => state,
    report: () => reportOf(outline, logics, state, 4096),
    see: (page: string) => happen({ type: 'page-shown', page }),
    choose: (question: string, ...response: string[]) => happen({ type: 'chosen', question, response }),
    begin: (seed = 1) => happen({ type: 'assessment-begun', page: 'check', seed, timeFactor: 1 }),
    submit: () => happen({ type: 'assessment-submitted', page: 'check' }),
    take(one: string, ...two: string[]) {
      return learner
        .begin()
        .choose('q-one', one)
        .choose('q-two', ...two)
        .submit();
    },
  };
  return learner;
}
/** Eight true-false questions, four for each of two outcomes, all of them answered right with "t". */
function bank(assessment: Partial<AssessmentOutline>): CourseOutline {
  const ids = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4'];
  const questions = ids.map((id, index) => [
    id,
    {
      type: 'true-false',
      points: 1,
      tries: 1,
      outcome: id[0] ?? '',
      difficulty: (index % 2) + 1,
      key: { answer: true },
    },
  ]);
  const outcomes = [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ];
  return assessedBy(
    { questions: ids, draw: 4, ...assessment },
    anOutline({ questions: Object.fromEntries(questions), outcomes }),
  );
}

describe('which attempt counts', () => {
  it.each([
    { counts: 'best', scores: [100, 100, 100], success: 'passed' },
    { counts: 'last', scores: [25, 100, 0], success: 'failed' },
    { counts: 'first', scores: [25, 25, 25], success: 'failed' },
  ] as const)('$counts', ({ counts, scores, success }) => {
    const learner = learnerOf(assessedBy({ counts }));
    const tries = [
      ['a', 'c'],
      ['a', 'a', 'b'],
      ['b', 'c'],
    ] as const;
    const told = tries.map(([one, ...two]) => learner.take(one, ...two).report().score);
    expect(told).toEqual(counts === 'best' ? [25, 100, 100] : scores);
    expect(learner.report()).toMatchObject({ success, mayFall: counts === 'last' });
  });

  it('is never one under way: what counted stands until the next was submitted', () => {
    const learner = learnerOf(assessedBy({ counts: 'last' }))
      .take('a', 'a', 'b')
      .begin();
    expect(learner.report()).toMatchObject({ score: 100, success: 'passed' });
  });
});

describe('an attempt that draws from a bank', () => {
  it('asks as many of each outcome, and others the next time', () => {
    const learner = learnerOf(bank({})).begin(5);
    const first = learner.state().attempts.check?.drawn ?? [];
    expect(first.map((id) => id[0]).sort()).toEqual(['a', 'a', 'b', 'b']);
    const second = learner.submit().begin(6).state().attempts.check?.drawn ?? [];
    expect(second.some((id) => first.includes(id))).toBe(false);
    expect(new Set([...first, ...second]).size).toBe(8);
  });

  it('can be spread over difficulty instead', () => {
    const outline = bank({ balance: 'difficulty' });
    const drawn = learnerOf(outline).begin(3).state().attempts.check?.drawn ?? [];
    expect(drawn.map((id) => outline.questions[id]?.difficulty).sort()).toEqual([1, 1, 2, 2]);
  });

  it('counts what was drawn alone, and tells each outcome', () => {
    const learner = learnerOf(bank({})).begin(5);
    for (const id of learner.state().attempts.check?.drawn ?? [])
      learner.choose(id, id.startsWith('a') ? 't' : 'f');
    expect(learner.submit().report()).toMatchObject({
      score: 50,
      objectives: [
        { id: 'a', score: 100, success: 'passed' },
        { id: 'b', score: 0, success: 'failed' },
      ],
    });
  });

  it('cannot be drawn anew before it was submitted', () => {
    const learner = learnerOf(bank({})).begin(5);
    const drawn = learner.state().attempts.check?.drawn;
    expect(learner.begin(6).state().attempts.check).toMatchObject({ number: 1, drawn });
  });
});

describe('a pass mark for each outcome', () => {
  it('fails a learner who passes the whole and not each', () => {
    const outline = { ...bank({ draw: 8, outcomePassMark: 75 }), passMark: 70 };
    const learner = learnerOf(outline).begin();
    for (const id of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2']) learner.choose(id, 't');
    expect(learner.submit().report()).toMatchObject({
      score: 75,
      success: 'failed',
      objectives: [{ success: 'passed' }, { score: 50, success: 'failed' }],
    });
    learner.begin();
    for (const id of ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']) learner.choose(id, 't');
    expect(learner.submit().report()).toMatchObject({ score: 75, success: 'passed' });
  });
});

describe('feedback after each question', () => {
  it('tells the LMS each once, at its check', () => {
    const learner = learnerOf(assessedBy({ feedback: 'now' }))
      .begin()
      .choose('q-one', 'a');
    expect(learner.happen({ type: 'checked', question: 'q-one' }).report().interactions).toHaveLength(1);
    learner.choose('q-one', 'b').choose('q-two', 'a', 'b').submit();
    expect(learner.report().interactions.map(({ id }) => id)).toEqual(['q-one', 'q-two']);
    expect(learner.report().score).toBe(100);
  });
});

describe('a time limit', () => {
  it('ends an attempt under way, later for those who asked for more time', () => {
    const outline = assessedBy({ minutes: 10 });
    const assessment = { minutes: 10 };
    const usual = learnerOf(outline).begin().state().attempts.check;
    expect(deadlineOf(assessment, usual)).toBe(1000 + 10 * minute);
    const longer = learnerOf(outline).happen({
      type: 'assessment-begun',
      page: 'check',
      seed: 1,
      timeFactor: 1.5,
    });
    expect(deadlineOf(assessment, longer.state().attempts.check)).toBe(1000 + 15 * minute);
    expect(deadlineOf(assessment, longer.submit().state().attempts.check)).toBeNull();
    expect(deadlineOf({ minutes: null }, usual)).toBeNull();
    expect(deadlineOf(assessment, undefined)).toBeNull();
  });
});

describe('a pre-test', () => {
  const outline = assessedBy({ isPretest: true });
  const [one] = outline.lessons[0]?.pages ?? [];

  it('lets a learner leave out what is known, and counts for nothing', () => {
    const learner = learnerOf(outline).take('a', 'a', 'b');
    expect(one && isPageDone(outline, learner.state(), one)).toBe(true);
    expect(learner.report()).toMatchObject({
      score: null,
      success: 'unknown',
      completion: 'completed',
      objectives: [],
    });
    expect(learner.report().interactions.map(({ weighting }) => weighting)).toEqual([0, 0]);
  });

  it('leaves everything to be read by one who did not know it', () => {
    const learner = learnerOf(outline).take('b', 'a', 'b');
    expect(one && isPageDone(outline, learner.state(), one)).toBe(false);
    expect(learner.report().completion).toBe('incomplete');
  });
});

describe('completion is what the author says', () => {
  const rule = { progress: 0, pages: 0, activities: false, minutes: 0, assessment: 'none' } as const;
  const seen = (learner: ReturnType<typeof learnerOf>) => learner.see('one').see('two');
  it.each([
    { name: 'half of the pages', completion: { ...rule, pages: 50 }, does: seen },
    {
      name: 'the practice questions',
      completion: { ...rule, activities: true },
      does: (learner: ReturnType<typeof learnerOf>) =>
        learner.choose('q-sort', '1b').happen({ type: 'checked', question: 'q-sort' }),
    },
    {
      name: 'minutes',
      completion: { ...rule, minutes: 2 },
      does: (learner: ReturnType<typeof learnerOf>) =>
        Array.from({ length: 8 }, (_, step) => step * 20_000).reduce(
          (one, at) => one.happen({ type: 'active', at }),
          learner.see('one'),
        ),
    },
    {
      name: 'the assessment taken',
      completion: { ...rule, assessment: 'taken' },
      does: (learner: ReturnType<typeof learnerOf>) => learner.take('b', 'c'),
    },
    {
      name: 'the assessment passed',
      completion: { ...rule, assessment: 'passed' },
      does: (learner: ReturnType<typeof learnerOf>) => learner.take('a', 'a', 'b'),
    },
  ] as const)('$name', ({ completion, does }) => {
    const outline = anOutline({ completion });
    const learner = learnerOf(outline);
    expect(learner.report().completion).toBe('incomplete');
    expect(does(learner).report().completion).toBe('completed');
  });

  it('is not reached by failing where passing is asked for, and needs all that is named', () => {
    const outline = anOutline({ completion: { ...rule, pages: 100, assessment: 'passed' } });
    const learner = learnerOf(outline).take('b', 'a', 'b');
    expect(completionOf(outline, learner.take('a', 'a', 'b').state())).toBe('incomplete');
    expect(completionOf(outline, seen(learner).state())).toBe('completed');
  });

  it('is a share of all pages where the LMS sets a threshold of its own', () => {
    const outline = judgedBy({ mode: 'normal', passMark: 90, completionThreshold: 66 }, anOutline());
    expect(outline.passMark).toBe(90);
    const learner = learnerOf(outline).see('one');
    expect(learner.report()).toMatchObject({ completion: 'incomplete', progress: 0.3333 });
    expect(learner.take('b', 'c').report()).toMatchObject({ completion: 'completed', progress: 0.6667 });
    expect(judgedBy({ mode: 'normal', passMark: null, completionThreshold: null }, anOutline())).toEqual(
      anOutline(),
    );
  });

  it('compares the number that the LMS is told: 29 of 100 pages are 29 per cent', () => {
    const pages = Array.from({ length: 100 }, (_, n) => ({
      id: `p${n}`,
      title: 'Page',
      minutes: 1,
      outcomes: [],
    }));
    const lessons = [{ id: 'lesson', title: 'Lesson', pages }];
    const outline = anOutline({ lessons, completion: { ...rule, pages: 29 } });
    const learner = learnerOf(outline);
    for (const { id } of pages.slice(0, 28)) learner.see(id);
    expect(learner.report()).toMatchObject({ completion: 'incomplete', progress: 0.28 });
    expect(learner.see('p28').report()).toMatchObject({ completion: 'completed', progress: 0.29 });
  });

  it('is all that is named, in any combination of pages, activities, minutes and assessment', () => {
    const deeds = {
      pages: (learner: ReturnType<typeof learnerOf>) => seen(learner),
      activities: (learner: ReturnType<typeof learnerOf>) =>
        learner.choose('q-sort', '1b').happen({ type: 'checked', question: 'q-sort' }),
      minutes: (learner: ReturnType<typeof learnerOf>) => {
        learner.see('one');
        for (let second = 0; second < 200; second++) learner.happen({ type: 'active' });
      },
      assessment: (learner: ReturnType<typeof learnerOf>) => learner.take('a', 'a', 'b'),
    };
    const names = ['pages', 'activities', 'minutes', 'assessment'] as const;
    fc.assert(
      fc.property(
        fc.subarray([...names]),
        fc.shuffledSubarray([...names]),
        fc.constantFrom('taken', 'passed'),
        (asked, done, wanted) => {
          const completion: CourseOutline['completion'] = {
            pages: asked.includes('pages') ? 100 : 0,
            activities: asked.includes('activities'),
            minutes: asked.includes('minutes') ? 3 : 0,
            assessment: asked.includes('assessment') ? wanted : 'none',
            progress: 0,
          };
          const learner = learnerOf(anOutline({ completion }));
          for (const name of done) deeds[name](learner);
          const isComplete = asked.every((name) => done.includes(name));
          expect(learner.report().completion).toBe(isComplete ? 'completed' : 'incomplete');
          // Success goes its own way: the course's own rule is the pass mark.
          expect(learner.report().success).toBe(done.includes('assessment') ? 'passed' : 'unknown');
        },
      ),
    );
  });

  it('makes success as well, where the course says so', () => {
    const outline = anOutline({ success: 'completion', completion: { ...rule, pages: 100 } });
    const learner = learnerOf(outline).take('b', 'c');
    expect(successOf(outline, learner.state())).toBe('unknown');
    expect(successOf(outline, seen(learner).state())).toBe('passed');
  });
});
