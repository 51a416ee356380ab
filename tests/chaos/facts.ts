/**
 * What is true of a learner in a course, as this test understands it: no reducer, no merge, no bookmark of the
 * player is used here. A fact is gone only when its page, question or text has left the course.
 */
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import type { Progress } from '../../src/session/state.ts';

export interface AnswerFact {
  readonly type: string;
  readonly response: string;
  readonly tries: number;
  readonly isFinal: boolean;
}

export interface AttemptFact {
  readonly number: number;
  readonly isSubmitted: boolean;
  readonly begunAt: number;
  /** Questions with their types: `question-1 sorting`. */
  readonly drawn: readonly string[];
  /** The best share of the points so far; null before one was submitted. */
  readonly best: number | null;
}

export interface Facts {
  readonly page: string;
  readonly seen: ReadonlySet<string>;
  readonly answers: ReadonlyMap<string, AnswerFact>;
  readonly attempts: ReadonlyMap<string, AttemptFact>;
  readonly texts: ReadonlyMap<string, string>;
  /** Seconds by lesson. */
  readonly time: ReadonlyMap<string, number>;
}

export const nothing: Facts = {
  page: '',
  seen: new Set(),
  answers: new Map(),
  attempts: new Map(),
  texts: new Map(),
  time: new Map(),
};

/** What the player shows of itself, in our terms. */
export function factsOf(outline: CourseOutline, progress: Progress): Facts {
  const map = <Value, Fact>(
    values: Readonly<Record<string, Value>>,
    fact: (value: Value, id: string) => Fact,
  ) => new Map(Object.entries(values).map(([id, value]) => [id, fact(value, id)]));
  return {
    page: progress.page,
    seen: new Set(progress.seen),
    answers: map(progress.answers, ({ response, tries, isFinal }, id) => ({
      type: outline.questions[id]?.type ?? '',
      response: response.join(' '),
      tries,
      isFinal,
    })),
    attempts: map(progress.attempts, ({ number, isSubmitted, begunAt, drawn, counted }) => ({
      number,
      isSubmitted,
      begunAt,
      drawn: drawn.map((question) => `${question} ${outline.questions[question]?.type}`),
      best: counted?.share ?? null,
    })),
    texts: map(progress.texts, (text) => text),
    time: map(progress.time, (milliseconds) => milliseconds / 1000),
  };
}

/** What is left of the facts in this version of the course. */
export function leftIn(outline: CourseOutline, facts: Facts): Facts {
  const pages = outlinePages(outline);
  const filtered = <Value>(map: ReadonlyMap<string, Value>, is: (id: string, value: Value) => boolean) =>
    new Map([...map].filter(([id, value]) => is(id, value)));
  const isPage = (id: string) => pages.some((page) => page.id === id);
  return {
    page: isPage(facts.page) ? facts.page : '',
    seen: new Set([...facts.seen].filter(isPage)),
    answers: filtered(facts.answers, (id, { type }) => outline.questions[id]?.type === type),
    attempts: new Map(
      [...facts.attempts].flatMap(([id, attempt]) => {
        const pool = pages.find((page) => page.id === id)?.assessment?.questions ?? [];
        const drawn = attempt.drawn.filter((entry) => {
          const [question = '', type] = entry.split(' ');
          return pool.includes(question) && outline.questions[question]?.type === type;
        });
        const isGone = !attempt.isSubmitted && attempt.drawn.length > 0 && drawn.length === 0;
        if (isGone && attempt.number === 1) return [];
        const number = isGone ? attempt.number - 1 : attempt.number;
        return [[id, { ...attempt, number, isSubmitted: attempt.isSubmitted || isGone, drawn }] as const];
      }),
    ),
    texts: filtered(facts.texts, (id) => id in outline.texts),
    time: filtered(facts.time, (id) => outline.lessons.some((lesson) => lesson.id === id)),
  };
}
