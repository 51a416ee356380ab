/** How an LMS of SCORM is set, whichever version it speaks. */
import type { Strictness } from './strict-api.ts';

export interface LmsSettings {
  readonly mode: 'normal' | 'review' | 'browse';
  readonly credit: 'credit' | 'no-credit';
  /** Pass mark that the LMS sets; empty for none. */
  readonly masteryScore: string;
  readonly learner: string;
  /** Language that the learner prefers; empty for none. */
  readonly language: string;
  /** Share of progress at which the LMS takes the course for complete, in SCORM 2004; empty for none. */
  readonly completionThreshold: string;
  /** Ids of the objectives that the LMS knows from the manifest, in SCORM 2004. */
  readonly objectives: readonly string[];
  /** `house` for our own courses, `standard` for those of any tool. */
  readonly strictness: Strictness;
}

export const usualSettings: LmsSettings = {
  mode: 'normal',
  credit: 'credit',
  masteryScore: '',
  learner: 'learner-7',
  language: '',
  completionThreshold: '',
  objectives: [],
  strictness: 'house',
};
