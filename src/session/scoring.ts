/** What answers earn. Pure: the logic of each question type in the course is handed in. */
import { type AssessmentOutline, assessedPages, type CourseOutline } from '../course/outline.ts';
import type { QuestionLogic } from '../questions/logic.ts';
import type { AttemptResult, SessionState } from './state.ts';

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

/** What the present answers to these questions earn, in all and by outcome. */
export function resultOf(
  outline: CourseOutline,
  logics: Logics,
  state: Pick<SessionState, 'answers'>,
  ids: readonly string[],
): AttemptResult {
  const share = (some: readonly string[]) => {
    const { earned, possible } = pointsOf(outline, logics, state, some);
    return possible > 0 ? earned / possible : 0;
  };
  const asked = outline.outcomes.flatMap(({ id }) => {
    const own = ids.filter((question) => outline.questions[question]?.outcome === id);
    return own.length > 0 ? [[id, share(own)] as const] : [];
  });
  return { share: share(ids), outcomes: Object.fromEntries(asked) };
}

/** Whether this result passes: the whole by the course's pass mark, each outcome by the assessment's. */
export function passes(
  passMark: number,
  { outcomePassMark }: Pick<AssessmentOutline, 'outcomePassMark'>,
  { share, outcomes }: AttemptResult,
): boolean {
  const each = outcomePassMark ?? 0;
  return toPercent(share) >= passMark && Object.values(outcomes).every((one) => toPercent(one) >= each);
}

/** Which of two results counts. */
export function countedOf(
  passMark: number,
  assessment: AssessmentOutline,
  before: AttemptResult | null,
  now: AttemptResult,
): AttemptResult {
  if (before === null || assessment.counts === 'last') return now;
  if (assessment.counts === 'first') return before;
  const [passedBefore, passedNow] = [before, now].map((one) => passes(passMark, assessment, one));
  if (passedBefore !== passedNow) return passedNow ? now : before;
  return now.share > before.share ? now : before;
}

/** The pages whose assessments count: all but pre-tests. */
export function scoredPages(outline: CourseOutline): ReturnType<typeof assessedPages> {
  return assessedPages(outline).filter(({ assessment }) => !assessment.isPretest);
}

/**
 * The score for the LMS: per cent with two decimals at most, the counted attempts of all assessments weighed by
 * their points; null before all of them were taken, because an LMS that compares a first part with the mastery
 * score would say "failed". Passing is decided on this very number, so that LMS and player come to one result.
 */
export function scoreOf(outline: CourseOutline, { attempts }: Pick<SessionState, 'attempts'>): number | null {
  const pages = scoredPages(outline);
  if (pages.length === 0) return null;
  let earned = 0;
  let possible = 0;
  for (const { id, assessment } of pages) {
    const counted = attempts[id]?.counted ?? null;
    if (counted === null) return null;
    const weight = weightOf(outline, assessment);
    possible += weight;
    earned += weight * counted.share;
  }
  return possible > 0 ? toPercent(earned / possible) : null;
}

/** What an assessment counts among others: the points of its pool, scaled to what is drawn of it. */
export function weightOf({ questions }: CourseOutline, { questions: pool, draw }: AssessmentOutline): number {
  const points = pool.reduce((sum, id) => sum + (questions[id]?.points ?? 0), 0);
  return pool.length > 0 ? (points * Math.min(draw, pool.length)) / pool.length : 0;
}

/** A share as per cent with at most two decimals. */
export function toPercent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
