/** What the player asks of a format: open once, save as often as it likes, close once. Never throws, never rejects. */
import type { Report } from './report.ts';

export interface Tracker {
  /**
   * Finds whom to report to and reads what was kept.
   * @param isBegun the window was loaded anew within one conversation: the LMS is not greeted a second time
   */
  open(isBegun?: boolean): Promise<Opening>;
  /** Tells everything of the report that is news. What SCORM says is said before this returns. */
  save(report: Report): Promise<Acknowledgement>;
  /**
   * The last words, under way before this returns: the window may be gone a moment later. Nothing is said after it.
   * @param next the learner wants the next part of the course: the LMS is asked to open it
   */
  close(report: Report, next?: boolean): Promise<Acknowledgement>;
  /**
   * The language that the learner prefers, as the LMS says it: asked before the course opens in one. It may begin the
   * conversation that `open` then goes on with.
   */
  preference?(isBegun: boolean): Promise<Preference>;
  /** The learner chose a language: the LMS is told, where it keeps that. @param language BCP 47 tag */
  prefer?(language: string): void;
  /** Whether the LMS can be asked for the next part of a course that is recorded in several. */
  canOpenNext?(): boolean;
}

export interface Preference {
  /** In whatever words the LMS has, several with commas between; empty where it says nothing. */
  readonly language: string;
  /** Id of the learner; empty without an LMS. */
  readonly learner: string;
  /** Whether the LMS has been greeted. */
  readonly isBegun: boolean;
}

/** What came of telling a report. */
export interface Acknowledgement {
  /**
   * `taken`: the LMS holds all of it. `waiting`: not now, and the whole report is told again next time.
   * `ended`: the LMS has closed the conversation; this window will not be heard again.
   */
  readonly is: 'taken' | 'waiting' | 'ended';
  /** How many of the report's interactions, counted from the first, need not be told again. */
  readonly interactions: number;
}

export interface Opening {
  /** `lms`: an LMS listens. `device`: there is none. `refused`: there is one and it would not begin. */
  readonly connection: 'lms' | 'device' | 'refused';
  /** In `review` nothing is recorded. */
  readonly mode: 'normal' | 'review';
  /** Whether the LMS knows of no earlier sitting: a first launch, or an attempt that was reset. */
  readonly isFirst: boolean;
  /** The bookmark of the last sitting; empty at first. */
  readonly bookmark: string;
  /** Page of the last sitting, for where the bookmark cannot be read. */
  readonly location: string;
  /** Most characters of bookmark that the LMS keeps. */
  readonly bookmarkLimit: number;
  /** Id of the learner, so that a device shared by several keeps them apart; empty without an LMS. */
  readonly learner: string;
  /** The learner's name as the LMS gives it; empty where it gives none. */
  readonly learnerName: string;
  /** Pass mark in per cent where the LMS sets its own; it wins over the course's. */
  readonly passMark: number | null;
  /** Per cent of progress at which the LMS takes the course for complete, where it sets that itself; it wins as well. */
  readonly completionThreshold: number | null;
  /** Where the LMS wants the learner back at the end; null where it does not say. */
  readonly returnUrl: string | null;
}

/** Where nobody listens. */
export function nobodyThere(bookmarkLimit: number): Opening {
  return {
    connection: 'device',
    mode: 'normal',
    isFirst: true,
    bookmark: '',
    location: '',
    bookmarkLimit,
    learner: '',
    learnerName: '',
    passMark: null,
    completionThreshold: null,
    returnUrl: null,
  };
}
