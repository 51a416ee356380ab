import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../build/diff/change.ts';
import { compareDocuments } from '../../build/diff/compare-documents.ts';
import type { CourseDocument } from '../../build/diff/course-document.ts';
import { extendLedger } from '../../src/course/ledger.ts';
import {
  type AssessmentOutline,
  type CourseOutline,
  ledgerEntries,
  outlinePages,
  type QuestionOutline,
} from '../../src/course/outline.ts';
import { decodeBookmark, encodeBookmark } from '../../src/session/bookmark.ts';
import { completionOf } from '../../src/session/completion.ts';
import { beginSitting, type Progress } from '../../src/session/state.ts';
import { anAssessment, anOutline } from '../session/an-outline.ts';

/** What an author has in hand. Titles go by the draft, so that ids change under the same title and titles under the same id. */
interface Draft {
  readonly pages: readonly string[];
  readonly titles: readonly string[];
  readonly lesson: string;
  readonly questions: Readonly<Record<string, string>>;
  readonly draw: number;
  readonly pooled: number;
  readonly texts: readonly string[];
  readonly outcomes: readonly string[];
  readonly ledger: 'kept' | 'kept' | 'lost' | 'turned';
}

const types = ['single-choice', 'multiple-choice', 'sorting', 'free-text'];
const keys: Readonly<Record<string, unknown>> = {
  'single-choice': { options: [{ id: 'a', correct: true }, { id: 'b' }] },
  'multiple-choice': { options: [{ id: 'a', correct: true }, { id: 'b' }] },
  sorting: { groups: [{ id: 'a' }, { id: 'b' }], statements: [{ id: '1', group: 'a' }] },
  'free-text': { maxLength: 20 },
};
const names = (prefix: string) => Array.from({ length: 6 }, (_, index) => `${prefix}-${index}`);
const some = (prefix: string) => fc.shuffledSubarray(names(prefix));
const words = ['Water', 'Before the fire', 'Nine lamps', 'Rope and ladder', 'The quiet valve', 'Gloves'];

const draft: fc.Arbitrary<Draft> = fc.record({
  pages: some('page'),
  titles: fc.shuffledSubarray(words, { minLength: 6 }),
  lesson: fc.constantFrom('lesson', 'other'),
  questions: some('question').chain((ids) =>
    fc.record(Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...types)]))),
  ),
  draw: fc.integer({ min: 1, max: 6 }),
  pooled: fc.nat({ max: 6 }),
  texts: some('text'),
  outcomes: some('outcome'),
  ledger: fc.constantFrom('kept', 'kept', 'kept', 'lost', 'turned'),
});

/** The first `pooled` questions are asked on the last page, the others are practice. */
function version(given: Draft, before: readonly string[]): CourseDocument {
  const { pages, titles, questions, draw, pooled, texts, outcomes, lesson } = given;
  const ids = Object.keys(questions);
  const pool = ids.slice(0, pooled);
  const question = (id: string, type: string): QuestionOutline => ({
    type,
    points: pool.includes(id) ? 1 : 0,
    tries: null,
    outcome: outcomes[0] ?? null,
    difficulty: 0,
    key: keys[type],
  });
  const assessment: AssessmentOutline = anAssessment({
    questions: pool,
    draw: Math.min(draw, pool.length),
  });
  const outline = {
    ...anOutline(),
    questions: Object.fromEntries(Object.entries(questions).map(([id, type]) => [id, question(id, type)])),
    texts: Object.fromEntries(texts.map((id) => [id, 50])),
    outcomes: outcomes.map((id) => ({ id, text: id })),
    lessons: [
      {
        id: lesson,
        title: 'Lesson',
        pages: [
          ...pages.map((id, index) => ({ id, title: titles[index] ?? '', minutes: 1, outcomes: [] })),
          { id: 'check', title: 'Check', minutes: 1, outcomes: [], ...(pool.length > 0 && { assessment }) },
        ],
      },
    ],
  };
  const own = ledgerEntries(outline);
  const kept = { kept: before, lost: [], turned: [...before].reverse() }[given.ledger];
  const wording = {
    questions: new Map(
      ids.map((id) => [id, { prompt: `Prompt of ${id}`, marks: new Map<string, string>() }]),
    ),
    texts: new Map(texts.map((id) => [id, `Words of ${id}`])),
  };
  return { path: 'index.html', outline: { ...outline, ledger: extendLedger(kept, own) }, wording };
}

/** Somebody who did some of what there is. */
interface Learner {
  readonly seed: readonly boolean[];
  readonly isSubmitted: boolean;
  readonly number: number;
}

const learner: fc.Arbitrary<Learner> = fc.record({
  seed: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  isSubmitted: fc.boolean(),
  number: fc.integer({ min: 1, max: 3 }),
});

function progressOf(outline: CourseOutline, { seed, isSubmitted, number }: Learner): Progress {
  let turn = 0;
  const did = () => seed[turn++ % seed.length] ?? false;
  const check = outlinePages(outline).find(({ id }) => id === 'check')?.assessment;
  const drawn = check ? check.questions.slice(-check.draw) : [];
  return {
    page: 'check',
    seen: outlinePages(outline)
      .map(({ id }) => id)
      .filter(did),
    marked: [],
    time: { [outline.lessons[0]?.id ?? '']: 60_000 },
    answers: Object.fromEntries(
      Object.keys(outline.questions)
        .filter(did)
        .map((id) => [id, { response: ['a'], tries: 1, isFinal: true }]),
    ),
    texts: Object.fromEntries(
      Object.keys(outline.texts)
        .filter(did)
        .map((id) => [id, `words of ${id}`]),
    ),
    attempts: check
      ? {
          check: {
            number,
            isSubmitted,
            begunAt: 1000,
            timeFactor: 1,
            drawn,
            met: [],
            counted: isSubmitted
              ? { share: 0.9, outcomes: Object.fromEntries(outline.outcomes.map(({ id }) => [id, 0.9])) }
              : null,
          },
        }
      : {},
  };
}

const unreadable = ['ledger-rewritten', 'ledger-shortened', 'course-id-changed'];
const idsOf = (changes: readonly Change[], ...kinds: string[]) =>
  changes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
const without = (ids: readonly string[], lost: readonly string[]) =>
  ids.filter((id) => !lost.includes(id)).sort();

describe('what diff says of random edits', () => {
  it('is what the new version reads of the bookmark of a random learner', () => {
    const seen = { unreadable: 0, vanished: 0, renamed: 0, kept: 0 };
    fc.assert(
      fc.property(draft, draft, learner, (one, other, who) => {
        const before = version(one, []);
        const after = version(other, before.outline.ledger);
        const changes = compareDocuments(before, after);
        const had = progressOf(before.outline, who);
        const bookmark = encodeBookmark(before.outline, { progress: had, savedAt: 1 }, 100_000);
        const has = decodeBookmark(after.outline, bookmark)?.progress ?? null;

        const isUnreadable = changes.some(({ kind }) => unreadable.includes(kind));
        expect(has === null).toBe(isUnreadable);
        seen.unreadable += Number(isUnreadable);
        if (has === null) return;

        const lostPages = idsOf(changes, 'page-removed', 'page-renamed', 'assessed-page-removed');
        expect([...has.seen].sort()).toEqual(without(had.seen, lostPages));
        const lostAnswers = idsOf(changes, 'question-removed', 'question-renamed', 'question-type-changed');
        expect(Object.keys(has.answers).sort()).toEqual(without(Object.keys(had.answers), lostAnswers));
        const lostTexts = idsOf(changes, 'text-removed', 'text-renamed');
        expect(Object.keys(has.texts).sort()).toEqual(without(Object.keys(had.texts), lostTexts));
        const lostLessons = idsOf(changes, 'lesson-removed', 'lesson-renamed');
        expect(Object.keys(has.time)).toEqual(without(Object.keys(had.time), lostLessons));
        const [was, is] = [had.attempts.check, has.attempts.check];
        const lostOutcomes = idsOf(changes, 'outcome-removed', 'outcome-renamed');
        expect(Object.keys(is?.counted?.outcomes ?? {}).sort()).toEqual(
          without(Object.keys(was?.counted?.outcomes ?? {}), lostOutcomes),
        );
        // A result is never lost while its page is there, and an attempt under way only where diff warned of it.
        expect(is?.counted?.share).toBe(was?.counted?.share);
        if (was && !was.isSubmitted && (!is || is.isSubmitted)) {
          expect(idsOf(changes, 'attempt-forgotten', 'assessment-removed')).toEqual(['check']);
          seen.vanished++;
        }
        seen.renamed += idsOf(changes, 'page-renamed').length;
        seen.kept += Object.keys(has.answers).length;
      }),
      { numRuns: 1000, seed: 7 },
    );
    // The draw of cases holds every kind of them.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('says that learners who are done stay done just where the player says so', () => {
    const seen = { still: 0, no: 0 };
    fc.assert(
      fc.property(draft, draft, (one, other) => {
        const before = version(one, []);
        const after = version({ ...other, ledger: 'kept' }, before.outline.ledger);
        const everything = progressOf(before.outline, {
          seed: Array.from({ length: 40 }, () => true),
          isSubmitted: true,
          number: 1,
        });
        const bookmark = encodeBookmark(before.outline, { progress: everything, savedAt: 1 }, 100_000);
        const has = decodeBookmark(after.outline, bookmark)?.progress;
        if (!has) throw new Error('not readable');
        const isDone = completionOf(after.outline, beginSitting(has, 0)) === 'completed';
        const says = compareDocuments(before, after).some(({ kind }) => kind === 'done-no-longer');
        expect(says).toBe(!isDone);
        seen[isDone ? 'still' : 'no']++;
      }),
      { numRuns: 500, seed: 7 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});
