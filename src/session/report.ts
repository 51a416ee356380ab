/** What an LMS is told, in no standard's words: each format's vocabulary turns it into calls. Pure. */
import { assessedPages, type CourseOutline, outlinePages } from '../course/outline.ts';
import type { Interaction } from '../questions/logic.ts';
import { encodeBookmark } from './bookmark.ts';
import { type Logics, scoreOf } from './scoring.ts';
import type { AnsweredQuestion, SessionState } from './state.ts';

export interface Report {
  readonly completion: 'incomplete' | 'completed';
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Per cent, with two decimals at most; null before something scored was submitted. */
  readonly score: number | null;
  /** Share of the pages seen, 0 to 1. */
  readonly progress: number;
  /** Id of the page shown; empty on the start screen. */
  readonly location: string;
  readonly bookmark: string;
  /** Milliseconds counted in this sitting alone. */
  readonly sittingTime: number;
  /** What was answered in this sitting; the list only grows. */
  readonly interactions: readonly ReportedInteraction[];
}

export interface ReportedInteraction {
  readonly id: string;
  readonly what: Interaction;
  /** Share of the points earned, 0 to 1. */
  readonly grade: number;
  /** Points it could earn; 0 for practice. */
  readonly weighting: number;
  readonly outcome: string | null;
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds; null where the question was met in an earlier sitting. */
  readonly latency: number | null;
}

/** @param bookmarkLimit most characters that the LMS keeps */
export function reportOf(
  outline: CourseOutline,
  logics: Logics,
  state: SessionState,
  bookmarkLimit: number,
): Report {
  const score = scoreOf(outline, state);
  const pages = outlinePages(outline);
  const seen = pages.filter((page) => state.seen.includes(page.id)).length;
  const isTaken = assessedPages(outline).every((page) => (state.attempts[page.id]?.best ?? null) !== null);
  const savedAt = Math.floor(state.sitting.lastAt / 1000);
  return {
    completion: seen === pages.length && isTaken ? 'completed' : 'incomplete',
    success: successOf(outline.passMark, score),
    score,
    progress: pages.length === 0 ? 1 : seen / pages.length,
    location: state.page,
    bookmark: encodeBookmark(outline, { progress: state, savedAt }, bookmarkLimit),
    sittingTime: state.sitting.active,
    interactions: state.sitting.answered.flatMap(
      (answered) => interactionOf(outline, logics, answered) ?? [],
    ),
  };
}

/** Passed or failed by the pass mark, unknown without a score or without a mark. */
export function successOf(passMark: number | null, score: number | null): Report['success'] {
  if (score === null || passMark === null) return 'unknown';
  return score >= passMark ? 'passed' : 'failed';
}

function interactionOf(
  outline: CourseOutline,
  logics: Logics,
  { question: id, response, at, latency }: AnsweredQuestion,
): ReportedInteraction | null {
  const question = outline.questions[id];
  const logic = question && logics[question.type];
  if (!question || !logic) return null;
  const key = question.key as never;
  return {
    id,
    what: logic.interaction(key, response),
    grade: logic.grade(key, response),
    weighting: question.points,
    outcome: question.outcome,
    at,
    latency,
  };
}
