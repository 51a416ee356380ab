/** What answers earn. Pure: the logic of each question type in the course is handed in. */
import { assessedPages, type CourseOutline } from '../course/outline.ts';
import type { QuestionLogic } from '../questions/logic.ts';
import type { SessionState } from './state.ts';

/** The pure half of every question type in the course, by type. */
export type Logics = Readonly<Record<string, QuestionLogic<never>>>;

export interface Points {
  readonly earned: number;
  readonly possible: number;
}

/** The share of its points that a question's present response earns, 0 to 1. */
export function gradeOf(
  { questions }: CourseOutline,
  logics: Logics,
  { answers }: Pick<SessionState, 'answers'>,
  id: string,
): number {
  const question = questions[id];
  const response = answers[id]?.response ?? [];
  const logic = question && logics[question.type];
  return logic && response.length > 0 ? logic.grade(question.key as never, response) : 0;
}

/** The points of these questions, earned and possible. */
export function pointsOf(
  outline: CourseOutline,
  logics: Logics,
  state: Pick<SessionState, 'answers'>,
  ids: readonly string[],
): Points {
  let earned = 0;
  let possible = 0;
  for (const id of ids) {
    const points = outline.questions[id]?.points ?? 0;
    earned += points * gradeOf(outline, logics, state, id);
    possible += points;
  }
  return { earned, possible };
}

/**
 * The score for the LMS: per cent with two decimals at most, the best attempts of all assessments weighed by
 * their points; null before something scored was submitted. Passing is decided on this very number, so that
 * the LMS, which compares it with the mastery score, comes to the same result.
 */
export function scoreOf(outline: CourseOutline, { attempts }: Pick<SessionState, 'attempts'>): number | null {
  let earned = 0;
  let possible = 0;
  let isTaken = false;
  for (const { id, assessment } of assessedPages(outline)) {
    const points = assessment.questions.reduce((sum, one) => sum + (outline.questions[one]?.points ?? 0), 0);
    const best = attempts[id]?.best ?? null;
    possible += points;
    earned += points * (best ?? 0);
    isTaken ||= best !== null;
  }
  return isTaken && possible > 0 ? toPercent(earned / possible) : null;
}

/** A share as per cent with at most two decimals. */
export function toPercent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
