import { describe, expect, it } from 'vitest';
import type { CourseOutline, LessonOutline, PageOutline } from '../../src/course/outline.ts';
import { judgedBy } from '../../src/session/lms-rules.ts';
import { lockedBy } from '../../src/session/locks.ts';
import { beginSitting, noProgress, type Progress } from '../../src/session/state.ts';
import { anAssessment, anOutline } from './an-outline.ts';

const page = (id: string, more: Partial<PageOutline> = {}): PageOutline => ({
  id,
  title: id,
  minutes: 1,
  outcomes: [],
  ...more,
});
const lesson = (id: string, pages: readonly PageOutline[], order?: 'sequential'): LessonOutline => ({
  id,
  title: id,
  pages,
  ...(order && { order }),
});
const course = (lessons: readonly LessonOutline[], order?: 'sequential'): CourseOutline =>
  anOutline({ lessons, ...(order && { order }) });

/** Each page that is locked, with what opens it. */
const locks = (outline: CourseOutline, progress: Partial<Progress> = {}) =>
  Object.fromEntries(
    outline.lessons
      .flatMap(({ pages }) => pages)
      .map(({ id }) => [id, lockedBy(outline, beginSitting({ ...noProgress, ...progress }, 0), id)?.id])
      .filter(([, key]) => key !== undefined),
  );

const two = (order?: 'sequential', inside = order) =>
  course(
    [lesson('a', [page('a1'), page('a2')], inside), lesson('b', [page('b1'), page('b2')], inside)],
    order,
  );

describe('the pages of a course', () => {
  it('are all open where it says nothing of an order', () => {
    expect(locks(two())).toEqual({});
  });

  it('open one after the other where it says so', () => {
    expect(locks(two('sequential'))).toEqual({ a2: 'a1', b1: 'a1', b2: 'a1' });
    expect(locks(two('sequential'), { seen: ['a1'] })).toEqual({ b1: 'a2', b2: 'a2' });
    expect(locks(two('sequential'), { seen: ['a1', 'a2'] })).toEqual({ b2: 'b1' });
  });

  it('are open at once in a lesson that leaves the way free, once the lesson is open', () => {
    const outline = course(
      [lesson('a', [page('a1'), page('a2')]), lesson('b', [page('b1'), page('b2')])],
      'sequential',
    );
    expect(locks(outline)).toEqual({ b1: 'a1', b2: 'a1' });
    expect(locks(outline, { seen: ['a1', 'a2'] })).toEqual({});
  });

  it('have an order in one lesson alone, where only that says so', () => {
    const outline = course([
      lesson('a', [page('a1'), page('a2')]),
      lesson('b', [page('b1'), page('b2')], 'sequential'),
    ]);
    expect(locks(outline)).toEqual({ b2: 'b1' });
  });

  it('wait for an assessment to be taken, passed or not', () => {
    const check = page('check', { assessment: anAssessment() });
    const outline = course([lesson('a', [page('one'), check, page('two')], 'sequential')], 'sequential');
    expect(locks(outline, { seen: ['one', 'check'] })).toEqual({ two: 'check' });
    const attempt = {
      number: 1,
      isSubmitted: true,
      begunAt: 0,
      timeFactor: 1,
      drawn: [],
      met: [],
      counted: { share: 0, outcomes: {} },
    };
    expect(locks(outline, { seen: ['one', 'check'], attempts: { check: attempt } })).toEqual({});
  });

  it('stay open once they were seen, also where a new version puts a page before them', () => {
    const before = course(
      [lesson('a', [page('new'), page('a1'), page('a2'), page('a3')], 'sequential')],
      'sequential',
    );
    expect(locks(before, { seen: ['a1', 'a2'] })).toEqual({ a3: 'new' });
    expect(locks(before, { page: 'a3' })).toEqual({ a1: 'new', a2: 'new' });
  });

  it('are all open in a course that is complete, and to whoever reviews it', () => {
    const completion = { pages: 50, progress: 0, activities: false, minutes: 0, assessment: 'none' } as const;
    const half = { ...two('sequential'), completion };
    expect(locks(half, { seen: ['a1'] })).toEqual({ b1: 'a2', b2: 'a2' });
    expect(locks(half, { seen: ['a1', 'a2'] })).toEqual({});
    const marks = { passMark: null, completionThreshold: null };
    expect(locks(judgedBy({ mode: 'review', ...marks }, half))).toEqual({});
    expect(locks(judgedBy({ mode: 'normal', ...marks }, half))).toEqual({ a2: 'a1', b1: 'a1', b2: 'a1' });
  });
});
