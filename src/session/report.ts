/** What an LMS is told, in no standard's words: each format's vocabulary turns it into calls. Pure. */
import { assessedPages, type CourseOutline } from '../course/outline.ts';
import type { Interaction } from '../questions/logic.ts';
import { encodeBookmark } from './bookmark.ts';
import { type Completion, completionOf, progressOf, type Success, successOf } from './completion.ts';
import { type Logics, scoredPages, scoreOf, toPercent } from './scoring.ts';
import type { AnsweredQuestion, SessionState, Visit } from './state.ts';

export interface Report {
  /** When the last thing happened that it tells, in milliseconds since 1970. */
  readonly at: number;
  readonly completion: Completion;
  readonly success: Success;
  /** Per cent, with two decimals at most; null before something scored was submitted. */
  readonly score: number | null;
  /** Whether a later attempt may take score and success back: the course says that the last one counts. */
  readonly mayFall: boolean;
  /** The learning outcomes that were asked about. */
  readonly objectives: readonly ReportedObjective[];
  /** Share of the pages done, 0 to 1. */
  readonly progress: number;
  /** Id of the page shown; empty on the start screen. */
  readonly location: string;
  readonly bookmark: string;
  /** Milliseconds counted in this sitting alone. */
  readonly sittingTime: number;
  /** What was answered, in this sitting or in one that could not tell it; the list only grows. */
  readonly interactions: readonly ReportedInteraction[];
  /** The pages that were shown in this sitting and left again; the list only grows. */
  readonly visits: readonly Visit[];
}

export interface ReportedObjective {
  readonly id: string;
  readonly text: string;
  /** Language of the text, as a BCP 47 tag. */
  readonly language: string;
  /** Per cent. */
  readonly score: number;
  readonly success: 'passed' | 'failed';
}

export interface ReportedInteraction {
  readonly id: string;
  readonly what: Interaction;
  /** Share of the points earned, 0 to 1; null where nothing is right or wrong. */
  readonly grade: number | null;
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
  const savedAt = Math.floor(state.sitting.lastAt / 1000);
  return {
    at: state.sitting.lastAt,
    completion: completionOf(outline, state),
    success: successOf(outline, state),
    score: import.meta.asksNothing ? null : scoreOf(outline, state),
    mayFall:
      !import.meta.asksNothing && scoredPages(outline).some(({ assessment }) => assessment.counts === 'last'),
    objectives: import.meta.asksNothing ? [] : objectivesOf(outline, state),
    progress: progressOf(outline, state),
    location: state.page,
    bookmark: encodeBookmark(outline, { progress: state, savedAt }, bookmarkLimit),
    sittingTime: state.sitting.active,
    interactions: import.meta.asksNothing
      ? []
      : state.sitting.answered.flatMap((answered) => interactionOf(outline, logics, answered) ?? []),
    visits: state.sitting.visits,
  };
}

/** Each outcome that a counted attempt asked about, with the mean of what the assessments say of it. */
export function objectivesOf(outline: CourseOutline, { attempts }: SessionState): ReportedObjective[] {
  const pages = scoredPages(outline);
  const own = pages.flatMap(({ assessment }) => assessment.outcomePassMark ?? []);
  const mark = own.length > 0 ? Math.max(...own) : (outline.passMark ?? 0);
  return outline.outcomes.flatMap(({ id, text }) => {
    const shares = pages.flatMap((page) => attempts[page.id]?.counted?.outcomes[id] ?? []);
    if (shares.length === 0) return [];
    const score = toPercent(shares.reduce((sum, share) => sum + share, 0) / shares.length);
    const success = score >= mark ? 'passed' : 'failed';
    return [{ id, text, language: outline.language, score, success } as const];
  });
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
    grade: logic.isUnscored ? null : logic.grade(key, response),
    weighting: isPretested(outline, id) ? 0 : question.points,
    outcome: question.outcome,
    at,
    latency,
  };
}

/** A pre-test counts for nothing, so its questions weigh nothing. */
function isPretested(outline: CourseOutline, question: string): boolean {
  return assessedPages(outline).some(
    ({ assessment }) => assessment.isPretest && assessment.questions.includes(question),
  );
}
