/** Where a learner stands. The first part outlives the sitting in the bookmark; `sitting` is this one alone. */
import type { Response } from '../questions/logic.ts';

export interface Answer {
  readonly response: Response;
  /** How often it was checked. */
  readonly tries: number;
  /** Whether the response stands: checked, or submitted in an assessment. */
  readonly isFinal: boolean;
}

/** What an attempt earned. */
export interface AttemptResult {
  /** Share of the points, 0 to 1. */
  readonly share: number;
  /** Share of the points of each outcome that was asked about. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  readonly isSubmitted: boolean;
  /** Milliseconds since 1970, to the second. */
  readonly begunAt: number;
  /** What the time limit is multiplied by for this learner. */
  readonly timeFactor: number;
  /** The questions of this attempt, in the order in which they are asked. */
  readonly drawn: readonly string[];
  /** Questions of earlier attempts. */
  readonly met: readonly string[];
  /** The result that counts so far, by the rule of the assessment; null before one was submitted. */
  readonly counted: AttemptResult | null;
}

/** What a question was answered with, for the LMS's list of interactions. */
export interface AnsweredQuestion {
  readonly question: string;
  /** Type of the question: in another version of the course it may have another, and then be another question. */
  readonly type: string;
  readonly response: Response;
  readonly at: number;
  /** Milliseconds from meeting to answering the question; null where it was met in an earlier sitting. */
  readonly latency: number | null;
}

/** A page that was shown and left again. */
export interface Visit {
  readonly page: string;
  /** When it came on the screen, in milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds counted on it. */
  readonly duration: number;
}

export interface Sitting {
  /** When the last event was. */
  readonly lastAt: number;
  /** When the learner last did something. */
  readonly activeAt: number;
  /** Milliseconds counted in this sitting. */
  readonly active: number;
  readonly isVisible: boolean;
  readonly met: Readonly<Record<string, number>>;
  readonly chosenAt: Readonly<Record<string, number>>;
  /** What was answered, those first that an earlier sitting could not tell. */
  readonly answered: readonly AnsweredQuestion[];
  /** The page on the screen: since when, and what the sitting had counted by then. Null on the start screen. */
  readonly visit: { readonly page: string; readonly at: number; readonly activeBefore: number } | null;
  readonly visits: readonly Visit[];
}

export interface SessionState {
  /** The page shown; empty on the start screen. */
  readonly page: string;
  readonly seen: readonly string[];
  /** Pages that the learner marked. */
  readonly marked: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly texts: Readonly<Record<string, string>>;
  /** By the id of the page that the assessment stands on. */
  readonly attempts: Readonly<Record<string, Attempt>>;
  /** Milliseconds by lesson, over all sittings. */
  readonly time: Readonly<Record<string, number>>;
  readonly sitting: Sitting;
}

/** The part that is kept. */
export type Progress = Omit<SessionState, 'sitting'>;

export const noProgress: Progress = {
  page: '',
  seen: [],
  marked: [],
  answers: {},
  texts: {},
  attempts: {},
  time: {},
};

/**
 * A sitting that begins at `at` where earlier ones ended.
 * @param untold what was answered in earlier sittings and never reached the LMS
 * @param active milliseconds that this sitting has counted already, before the window was loaded anew
 */
export function beginSitting(
  progress: Progress,
  at: number,
  untold: readonly AnsweredQuestion[] = [],
  active = 0,
): SessionState {
  return {
    ...progress,
    sitting: {
      lastAt: at,
      activeAt: at,
      active,
      isVisible: true,
      met: {},
      chosenAt: {},
      answered: untold,
      visit: progress.page === '' ? null : { page: progress.page, at, activeBefore: active },
      visits: [],
    },
  };
}
