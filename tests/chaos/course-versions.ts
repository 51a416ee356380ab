/** A course that its author edits at random, and that the builder keeps a ledger of. */
import { extendLedger } from '../../src/course/ledger.ts';
import { type CourseOutline, ledgerEntries, type QuestionOutline } from '../../src/course/outline.ts';
import { anAssessment, anOutline } from '../session/an-outline.ts';
import type { Random } from './random.ts';

/** Question types with a response that is right and one that is wrong; nothing else is ever answered. */
export const answersTo: Readonly<Record<string, { key: unknown; right: string[]; wrong: string[] }>> = {
  'single-choice': {
    key: { options: [{ id: 'a', correct: true }, { id: 'b' }] },
    right: ['a'],
    wrong: ['b'],
  },
  'multiple-choice': {
    key: { options: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] },
    right: ['a', 'b'],
    wrong: ['b', 'c'],
  },
  sorting: {
    key: {
      groups: [{ id: 'a' }, { id: 'b' }],
      statements: [
        { id: '1', group: 'a' },
        { id: '2', group: 'b' },
      ],
    },
    right: ['1a', '2b'],
    wrong: ['1b', '2a'],
  },
  'true-false': { key: { answer: true }, right: ['t'], wrong: ['f'] },
  // scorm-again takes no pattern with a comma and a space for 2004, which the standard allows.
  'fill-in': { key: { accepted: ['Łódź 1998'] }, right: ['Łódź 1998'], wrong: ['nobody - knows. ~it:'] },
  numeric: { key: { answer: 12.5, tolerance: 0.5 }, right: ['12.4'], wrong: ['-3'] },
};

/** What an author has in hand. */
export interface Draft {
  /** Ids of the pages of two lessons; one that begins with `check` ends in an assessment. */
  readonly lessons: readonly [readonly string[], readonly string[]];
  /** `on`: the page whose assessment asks it; null for practice. */
  readonly questions: Readonly<
    Record<string, { readonly type: string; readonly points: number; readonly on: string | null }>
  >;
  readonly texts: readonly string[];
  readonly outcomes: readonly string[];
  /** How many questions each assessment draws. */
  readonly draw: number;
}

const checks = ['check-one', 'check-two'] as const;
const names = (kind: string, count: number) => Array.from({ length: count }, (_, n) => `${kind}-${n}`);
const types = Object.keys(answersTo);

export function firstDraft(random: Random): Draft {
  const questions = names('question', 10).map((id, n) => {
    const on = n < 4 ? checks[0] : n < 7 ? checks[1] : null;
    return [id, { type: random.pick(types), points: on ? 1 + random.below(3) : 0, on }] as const;
  });
  return {
    lessons: [
      ['page-0', 'page-1', checks[0]],
      ['page-2', 'page-3', checks[1]],
    ],
    questions: Object.fromEntries(questions),
    texts: ['text-0', 'text-1'],
    outcomes: ['outcome-0', 'outcome-1'],
    draw: 2 + random.below(3),
  };
}

/** The draft after one change by its author. */
export function edited(draft: Draft, random: Random): Draft {
  const one = random.below(2);
  const withLesson = (pages: readonly string[]): Draft => ({
    ...draft,
    lessons: one === 0 ? [pages, draft.lessons[1]] : [draft.lessons[0], pages],
  });
  const own = draft.lessons[one] ?? [];
  const plain = own.filter((id) => id.startsWith('page'));
  const others = names('page', 9).filter((id) => !draft.lessons.flat().includes(id));
  const [id, question] = random.pick(Object.entries(draft.questions));
  const { [id]: _, ...less } = draft.questions;
  const toggled = (list: readonly string[], name: string) =>
    list.includes(name) ? list.filter((other) => other !== name) : [name, ...list];
  switch (random.below(10)) {
    case 0:
      return others.length === 0 ? draft : withLesson([random.pick(others), ...own]);
    case 1:
      return plain.length < 2 ? draft : withLesson(own.filter((page) => page !== plain[0]));
    case 2:
      return withLesson([...own].reverse());
    case 3: {
      const here = draft.lessons[one] ?? [];
      const there = draft.lessons[1 - one] ?? [];
      if (plain.length < 2) return draft;
      const moved = random.pick(plain);
      const [rest, more] = [here.filter((page) => page !== moved), [moved, ...there]];
      return { ...draft, lessons: one === 0 ? [rest, more] : [more, rest] };
    }
    case 4: {
      const added = `question-${random.below(14)}`;
      if (added in draft.questions) return draft;
      const on = random.pick([...checks, null]);
      return {
        ...draft,
        questions: { [added]: { type: random.pick(types), points: on ? 2 : 0, on }, ...draft.questions },
      };
    }
    case 5: {
      const left = Object.values(less).filter(({ on }) => on === question.on);
      return left.length === 0 ? draft : { ...draft, questions: less };
    }
    case 6:
      return { ...draft, questions: { ...draft.questions, [id]: { ...question, type: random.pick(types) } } };
    case 8: {
      const points = question.on ? 1 + random.below(6) : 0;
      return { ...draft, questions: { ...draft.questions, [id]: { ...question, points } } };
    }
    case 7:
      return { ...draft, texts: toggled(draft.texts, `text-${random.below(4)}`) };
    default:
      return {
        ...draft,
        outcomes: toggled(draft.outcomes, `outcome-${1 + random.below(3)}`),
        draw: 2 + random.below(3),
      };
  }
}

/** The course as the builder makes it of the draft, after the versions whose ledger is given. */
export function published(draft: Draft, before: readonly string[]): CourseOutline {
  const ids = Object.keys(draft.questions);
  const pages = (own: readonly string[]) =>
    own.map((id) => {
      const pool = ids.filter((question) => draft.questions[question]?.on === id);
      const asked = { questions: pool, draw: Math.min(draft.draw, pool.length) };
      return {
        id,
        title: id,
        minutes: 1,
        outcomes: [],
        ...(id.startsWith('check') && { assessment: anAssessment(asked) }),
      };
    });
  const questions = Object.fromEntries(
    Object.entries(draft.questions).map(([id, { type, points, on }], n): [string, QuestionOutline] => [
      id,
      {
        type,
        points,
        tries: on || n % 2 === 0 ? null : 3,
        outcome: draft.outcomes[n % draft.outcomes.length] ?? null,
        difficulty: 0,
        key: answersTo[type]?.key,
      },
    ]),
  );
  const outline = {
    ...anOutline(),
    passMark: 60,
    outcomes: draft.outcomes.map((id) => ({ id, text: `To ${id}.` })),
    lessons: [
      { id: 'lesson-0', title: 'One', pages: pages(draft.lessons[0]) },
      { id: 'lesson-1', title: 'Two', pages: pages(draft.lessons[1]) },
    ],
    questions,
    texts: Object.fromEntries(draft.texts.map((id) => [id, 60])),
  };
  return { ...outline, ledger: extendLedger(before, ledgerEntries(outline)) };
}
