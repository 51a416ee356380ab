/** What is said between the one who plays a package and the page that is its LMS. */
import type { LoggedCall } from '../preview/page/lms.ts';

export interface StageOrder {
  readonly address: string;
  /** In a frame, as most LMSs do, or in a window of its own. */
  readonly how: 'frame' | 'window';
  /** null where the LMS is reached over the network: xAPI and cmi5. */
  readonly lms: {
    readonly standard: 'scorm12' | 'scorm2004';
    /** What the LMS kept of the sitting before; null for a first one. */
    readonly kept: object | null;
    /** Per cent, as text; empty for none. */
    readonly masteryScore: string;
  } | null;
}

export interface StageState {
  readonly calls: readonly LoggedCall[];
  /** What was committed; null for nothing. */
  readonly record: object | null;
}
