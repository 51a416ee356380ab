/** What the player asks of a format: open once, save as often as it likes, close once. Never throws. */
import type { Report } from './report.ts';

export interface Tracker {
  /** Finds whom to report to and reads what was kept. Resolves once, whatever happens. */
  open(): Promise<Opening>;
  /** Tells the LMS; false where it did not take it: the whole report is told again next time. */
  save(report: Report): boolean;
  /** The last words, at once: the window may be gone a moment later. Nothing is said after it. */
  close(report: Report): boolean;
}

export interface Opening {
  /** `lms`: an LMS listens. `device`: there is none. `refused`: there is one and it would not begin. */
  readonly connection: 'lms' | 'device' | 'refused';
  /** In `review` nothing is recorded. */
  readonly mode: 'normal' | 'review';
  /** The bookmark of the last sitting; empty at first. */
  readonly bookmark: string;
  /** Page of the last sitting, for where the bookmark cannot be read. */
  readonly location: string;
  /** Most characters of bookmark that the LMS keeps. */
  readonly bookmarkLimit: number;
  /** Id of the learner, so that a device shared by several keeps them apart; empty without an LMS. */
  readonly learner: string;
  /** Pass mark in per cent where the LMS sets its own; it wins over the course's. */
  readonly passMark: number | null;
}
