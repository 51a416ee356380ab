/** What the server tells the page of the emulator: what is shown, and what is wrong with the course. */
import type { Problem } from '../../src/course/problem.ts';

/** A format that the emulator can play. */
export interface PlayableFormat {
  readonly name: string;
  readonly title: string;
  readonly standard: 'scorm12' | 'scorm2004';
}

export interface PreviewState {
  readonly title: string;
  /** The file that a learner starts. */
  readonly launch: string;
  readonly formats: readonly PlayableFormat[];
  /** The name of the format that is shown. */
  readonly format: string;
  /** Counts up with each version of the course that could be built. */
  readonly revision: number;
  /** Errors: what is shown is the last version without any. Warnings come along. */
  readonly problems: readonly Problem[];
}
