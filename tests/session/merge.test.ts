import { describe, expect, it } from 'vitest';
import { mergeProgress } from '../../src/session/merge.ts';
import { noProgress, type Progress } from '../../src/session/state.ts';
import { anOutline, assessedBy } from './an-outline.ts';

const outline = anOutline();
const at = (savedAt: number, progress: Partial<Progress>) => ({
  savedAt,
  progress: { ...noProgress, ...progress },
});
const attempt = (number: number, share: number | null, isSubmitted = true) => ({
  number,
  isSubmitted,
  begunAt: number * 1000,
  timeFactor: 1,
  drawn: ['q-one', 'q-two'],
  met: [],
  counted: share === null ? null : { share, outcomes: {} },
});
const answered = (mark: string, tries = 1) => ({ response: [mark], tries, isFinal: true });

describe('two records of one learner that grew apart', () => {
  it('keep every page that either has seen, and the page of the later one', () => {
    const one = at(10, { page: 'one', seen: ['one'], time: { lesson: 9000 } });
    const other = at(20, { page: 'two', seen: ['two'], time: { lesson: 4000 } });
    for (const merged of [
      mergeProgress(outline, noProgress, one, other),
      mergeProgress(outline, noProgress, other, one),
    ]) {
      expect([...merged.seen].sort()).toEqual(['one', 'two']);
      expect(merged).toMatchObject({ page: 'two', time: { lesson: 9000 } });
    }
  });

  it('keep the marks of both, and no mark that one of them took away', () => {
    const base = { ...noProgress, marked: ['one', 'two'] };
    const merged = mergeProgress(
      outline,
      base,
      at(10, { marked: ['two', 'check'] }),
      at(20, { marked: base.marked }),
    );
    expect([...merged.marked].sort()).toEqual(['check', 'two']);
  });

  it('keep the words of both, and where both have some those of the later one', () => {
    const two = anOutline({ texts: { think: 50, feel: 50 } });
    const merged = mergeProgress(
      two,
      noProgress,
      at(10, { texts: { think: 'old', feel: 'kept' } }),
      at(20, { texts: { think: 'new' } }),
    );
    expect(merged.texts).toEqual({ think: 'new', feel: 'kept' });
  });

  it('go on with the attempt that got further, with its own answers, and the better score counts', () => {
    const further = at(10, {
      attempts: { check: attempt(2, 0.4) },
      answers: { 'q-one': answered('b'), 'q-sort': answered('1a') },
    });
    const later = at(20, {
      attempts: { check: attempt(1, 0.9) },
      answers: { 'q-one': answered('a'), 'q-two': answered('a'), 'q-sort': answered('1b') },
    });
    const merged = mergeProgress(outline, noProgress, further, later);
    expect(merged.attempts.check).toMatchObject({ number: 2, counted: { share: 0.9 } });
    expect(merged.answers).toEqual({ 'q-one': answered('b'), 'q-sort': answered('1b') });
  });

  it.each([
    ['last', 0.2],
    ['first', 0.9],
  ] as const)('count the %s attempt where the course says so', (counts, share) => {
    const ruled = assessedBy({ counts });
    const merged = mergeProgress(
      ruled,
      noProgress,
      at(10, { attempts: { check: attempt(1, 0.9) } }),
      at(20, { attempts: { check: attempt(2, 0.2) } }),
    );
    expect(merged.attempts.check?.counted?.share).toBe(share);
  });

  it('prefer what was handed in to what is still open, and a practice question that was checked more often', () => {
    const merged = mergeProgress(
      outline,
      noProgress,
      at(10, { attempts: { check: attempt(1, 0.5) }, answers: { 'q-sort': answered('1a', 3) } }),
      at(20, { attempts: { check: attempt(1, null, false) }, answers: { 'q-sort': answered('1b', 1) } }),
    );
    expect(merged.attempts.check).toMatchObject({ isSubmitted: true, counted: { share: 0.5 } });
    expect(merged.answers['q-sort']).toEqual(answered('1a', 3));
  });
});

describe('two records that are known to have agreed once', () => {
  const agreed = {
    ...noProgress,
    page: 'one',
    texts: { think: 'first' },
    answers: { 'q-sort': answered('1a') },
  };

  it('keep what was changed since, though the other was in use until later', () => {
    const changed = at(10, {
      ...agreed,
      page: 'two',
      texts: { think: 'second' },
      answers: { 'q-sort': { ...answered('1b'), isFinal: false } },
    });
    const onlyUsed = at(20, { ...agreed, seen: ['check'] });
    expect(mergeProgress(outline, agreed, changed, onlyUsed)).toEqual({
      ...changed.progress,
      seen: ['check'],
      attempts: {},
    });
  });

  it('go on with the attempt that both are in, each question as it was answered last', () => {
    const open = { check: attempt(1, null, false) };
    const chosen = (mark: string) => ({ ...answered(mark, 0), isFinal: false });
    const base = { ...noProgress, attempts: open, answers: { 'q-one': chosen('a'), 'q-two': chosen('a') } };
    const merged = mergeProgress(
      outline,
      base,
      at(10, { ...base, answers: { ...base.answers, 'q-one': chosen('b') } }),
      at(20, { ...base, answers: { ...base.answers, 'q-two': chosen('c') } }),
    );
    expect(merged.answers).toEqual({ 'q-one': chosen('b'), 'q-two': chosen('c') });
  });

  it('keep the answers with which an attempt was handed in, not those of a window that still had it open', () => {
    const open = at(20, {
      attempts: { check: attempt(1, null, false) },
      answers: { 'q-one': answered('b', 0) },
    });
    const handedIn = at(10, { attempts: { check: attempt(1, 0.5) }, answers: { 'q-one': answered('a', 0) } });
    expect(mergeProgress(outline, noProgress, open, handedIn).answers).toEqual({ 'q-one': answered('a', 0) });
  });
});
