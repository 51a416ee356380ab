import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendLedger } from '../../src/course/ledger.ts';
import {
  type CourseOutline,
  ledgerEntries,
  outlinePages,
  type PageOutline,
  type QuestionOutline,
} from '../../src/course/outline.ts';
import { decodeBookmark, encodeBookmark } from '../../src/session/bookmark.ts';
import { noProgress, type Progress } from '../../src/session/state.ts';
import { anAssessment, anOutline, assessedBy } from './an-outline.ts';

/** What an author has in hand: everything else follows from it. */
interface Draft {
  readonly pages: readonly string[];
  readonly questions: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
  readonly outcomes: readonly string[];
}

const types = ['single-choice', 'multiple-choice', 'sorting'];
const names = (prefix: string) => Array.from({ length: 12 }, (_, index) => `${prefix}-${index}`);
const some = (prefix: string) => fc.shuffledSubarray(names(prefix));
const draft: fc.Arbitrary<Draft> = fc.record({
  pages: some('page'),
  questions: some('question').chain((ids) =>
    fc.record(Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...types)]))),
  ),
  texts: some('text'),
  outcomes: some('outcome'),
});

/** A version of the course, built after the earlier ones: pages in the author's order, all questions asked on the last. */
function version({ pages, questions, texts, outcomes }: Draft, before: readonly string[]): CourseOutline {
  const ids = Object.keys(questions);
  const asked = (type: string): QuestionOutline => ({
    ...(anOutline().questions['q-one'] as QuestionOutline),
    type,
  });
  const outline = {
    ...anOutline(),
    questions: Object.fromEntries(Object.entries(questions).map(([id, type]) => [id, asked(type)])),
    texts: Object.fromEntries(texts.map((id) => [id, 50])),
    outcomes: outcomes.map((id) => ({ id, text: id })),
    lessons: [
      {
        id: 'lesson',
        title: 'Lesson',
        pages: [
          ...pages.map((id): PageOutline => ({ id, title: id, minutes: 1, outcomes: [] })),
          {
            id: 'check',
            title: 'Check',
            minutes: 1,
            outcomes: [],
            assessment: anAssessment({ questions: ids }),
          },
        ],
      },
    ],
  };
  return { ...outline, ledger: extendLedger(before, ledgerEntries(outline)) };
}

/** A learner who did everything there is in a version. */
function everythingDone(outline: CourseOutline): Progress {
  const questions = Object.keys(outline.questions);
  return {
    page: 'check',
    seen: outlinePages(outline).map(({ id }) => id),
    marked: outlinePages(outline).map(({ id }) => id),
    time: { lesson: 60_000 },
    answers: Object.fromEntries(questions.map((id) => [id, { response: ['a'], tries: 1, isFinal: true }])),
    texts: Object.fromEntries(Object.keys(outline.texts).map((id) => [id, `words of ${id}`])),
    attempts: {
      check: {
        number: 2,
        isSubmitted: true,
        begunAt: 1000,
        timeFactor: 1,
        drawn: questions,
        met: questions,
        counted: {
          share: 0.5,
          outcomes: Object.fromEntries(outline.outcomes.map(({ id }, n) => [id, n / 100])),
        },
      },
    },
  };
}

describe('a new version of a course', () => {
  it('finds all that it still has as the learner left it, whatever was added, moved, taken out or changed', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 2, maxLength: 6 }), fc.nat(), (drafts, chosen) => {
        const versions: CourseOutline[] = [];
        for (const one of drafts) versions.push(version(one, versions.at(-1)?.ledger ?? []));
        const from = versions[chosen % (versions.length - 1)] as CourseOutline;
        const to = versions.at(-1) as CourseOutline;
        const done = everythingDone(from);
        const text = encodeBookmark(from, { progress: done, savedAt: 7 }, 100_000);
        const read = decodeBookmark(to, text);
        expect(read?.savedAt).toBe(7);
        const {
          seen = [],
          marked = [],
          answers = {},
          texts = {},
          attempts = {},
          time,
        } = read?.progress ?? noProgress;

        const pagesLeft = outlinePages(to).map(({ id }) => id);
        expect([...seen].sort()).toEqual(done.seen.filter((id) => pagesLeft.includes(id)).sort());
        expect(marked).toEqual(seen);
        const isSame = (id: string) => to.questions[id]?.type === from.questions[id]?.type;
        const questionsLeft = Object.keys(from.questions).filter((id) => id in to.questions && isSame(id));
        expect(Object.keys(answers).sort()).toEqual(questionsLeft.sort());
        for (const answer of Object.values(answers))
          expect(answer).toEqual(done.answers[questionsLeft[0] ?? '']);
        expect(texts).toEqual(
          Object.fromEntries(Object.entries(done.texts).filter(([id]) => id in to.texts)),
        );
        expect(time).toEqual(done.time);
        expect(attempts.check?.number).toBe(2);
        expect([...(attempts.check?.drawn ?? [])].sort()).toEqual(questionsLeft);
        expect(attempts.check?.counted).toEqual({
          share: 0.5,
          outcomes: Object.fromEntries(
            Object.entries(done.attempts.check?.counted?.outcomes ?? {}).filter(([id]) =>
              to.outcomes.some((outcome) => outcome.id === id),
            ),
          ),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the place of what was taken out for the day it comes back', () => {
    const all: Draft = { pages: ['page-1', 'page-2'], questions: {}, texts: [], outcomes: [] };
    const first = version(all, []);
    const without = version({ ...all, pages: ['page-2'] }, first.ledger);
    const again = version({ ...all, pages: ['page-3', 'page-2', 'page-1'] }, without.ledger);
    const text = encodeBookmark(first, { progress: { ...noProgress, seen: ['page-1'] }, savedAt: 1 }, 4096);
    expect(decodeBookmark(without, text)?.progress.seen).toEqual([]);
    expect(decodeBookmark(again, text)?.progress.seen).toEqual(['page-1']);
  });

  it('forgets an attempt under way of which no question is left, not those before it', () => {
    const all: Draft = { pages: [], questions: { 'question-1': 'sorting' }, texts: [], outcomes: [] };
    const first = version(all, []);
    const changed = version({ ...all, questions: { 'question-2': 'sorting' } }, first.ledger);
    const attempt = {
      isSubmitted: false,
      begunAt: 0,
      timeFactor: 1,
      drawn: ['question-1'],
      met: [],
      counted: null,
    };
    const left = (number: number) => {
      const progress = { ...noProgress, attempts: { check: { ...attempt, number } } };
      const text = encodeBookmark(first, { progress, savedAt: 1 }, 4096);
      return decodeBookmark(changed, text)?.progress.attempts.check;
    };
    expect(left(1)).toBeUndefined();
    expect(left(3)).toMatchObject({ number: 2, isSubmitted: true, drawn: [] });
  });

  it('takes out of an attempt under way what the assessment asks no more, though the course still has it', () => {
    const first = anOutline();
    const other = assessedBy({ questions: ['q-two'] }, first);
    const attempt = {
      number: 1,
      isSubmitted: false,
      begunAt: 0,
      timeFactor: 1,
      drawn: ['q-one', 'q-two'],
      met: [],
      counted: null,
    };
    const left = (drawn: readonly string[]) => {
      const progress = { ...noProgress, attempts: { check: { ...attempt, drawn } } };
      return decodeBookmark(other, encodeBookmark(first, { progress, savedAt: 1 }, 4096))?.progress.attempts;
    };
    expect(left(['q-one', 'q-two'])?.check?.drawn).toEqual(['q-two']);
    expect(left(['q-one'])).toEqual({});
  });
});
