/**
 * What a new version makes of a learner of the old one. Nothing is guessed: the bookmark of a learner who was done is
 * written by the old outline and read by the new one, and judged by the rules that the player has. Pure.
 */
import { assessedPages, type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import { decodeBookmark, encodeBookmark } from '../../src/session/bookmark.ts';
import {
  type Completion,
  completionOf,
  isPageDone,
  type Success,
  successOf,
} from '../../src/session/completion.ts';
import type { AttemptResult, Progress, SessionState } from '../../src/session/state.ts';
import { beginSitting } from '../../src/session/state.ts';

/** The learner's progress as the new version reads it; null where it cannot be read. */
export function carriedOver(
  before: CourseOutline,
  after: CourseOutline,
  progress: Progress,
): Progress | null {
  const text = encodeBookmark(before, { progress, savedAt: 0 }, Number.POSITIVE_INFINITY);
  return decodeBookmark(after, text)?.progress ?? null;
}

/** A learner who did everything there is, passed every mark by nothing, and stayed as long as is asked. */
export function justDone(outline: CourseOutline): Progress {
  const pages = outlinePages(outline);
  const lessonTime = Math.ceil((outline.completion.minutes * 60) / outline.lessons.length) * 1000;
  const each = <Value>(ids: readonly string[], value: (id: string) => Value) =>
    Object.fromEntries(ids.map((id) => [id, value(id)]));
  return {
    page: pages.at(-1)?.id ?? '',
    seen: pages.map(({ id }) => id),
    marked: [],
    time: each(
      outline.lessons.map(({ id }) => id),
      () => lessonTime,
    ),
    answers: each(Object.keys(outline.questions), () => ({ response: ['a'], tries: 1, isFinal: true })),
    texts: each(Object.keys(outline.texts), () => 'a'),
    attempts: Object.fromEntries(
      assessedPages(outline).map(({ id, assessment }) => [
        id,
        {
          number: 1,
          isSubmitted: true,
          begunAt: 0,
          timeFactor: 1,
          drawn: assessment.questions.slice(0, assessment.draw),
          met: [],
          counted: justPassed(outline, assessment.questions, assessment.outcomePassMark),
        },
      ]),
    ),
  };
}

function justPassed(
  { passMark, outcomes, questions }: CourseOutline,
  pool: readonly string[],
  outcomePassMark: number | null,
): AttemptResult {
  const share = (mark: number) => Math.ceil(mark * 100) / 10_000;
  const asked = outcomes.filter(({ id }) => pool.some((question) => questions[question]?.outcome === id));
  const each = share(Math.max(passMark ?? 0, outcomePassMark ?? 0));
  return { share: share(passMark ?? 0), outcomes: Object.fromEntries(asked.map(({ id }) => [id, each])) };
}

/** Where a learner stands, by the player's own rules. */
export interface Standing {
  readonly completion: Completion;
  readonly success: Success;
  /** Titles and ids of pages that are still to be done. */
  readonly openPages: readonly { readonly title: string; readonly id: string }[];
  /** Ids of practice questions that were not answered. */
  readonly openQuestions: readonly string[];
  /** Whole minutes that are missing. */
  readonly openMinutes: number;
}

export function standingOf(outline: CourseOutline, progress: Progress): Standing {
  const state: SessionState = beginSitting(progress, 0);
  const spent = Object.values(progress.time).reduce((sum, time) => sum + time, 0);
  return {
    completion: completionOf(outline, state),
    success: successOf(outline, state),
    openPages: outlinePages(outline).filter((page) => !isPageDone(outline, state, page)),
    openQuestions: Object.keys(outline.questions).filter(
      (id) => outline.questions[id]?.points === 0 && (progress.answers[id]?.tries ?? 0) === 0,
    ),
    openMinutes: Math.max(0, Math.ceil(outline.completion.minutes - spent / 60_000)),
  };
}
