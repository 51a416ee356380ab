/** What can happen to a learner in a course. `at` is in milliseconds since 1970, from the player's clock. */
import type { Response } from '../questions/logic.ts';

export type LearnerEvent = { readonly at: number } & (
  | { readonly type: 'page-shown'; readonly page: string }
  /** The learner marked a page, or took its mark away. */
  | { readonly type: 'page-marked'; readonly page: string }
  /** A question came into view: its latency runs from here. */
  | { readonly type: 'question-met'; readonly question: string }
  /** A response was chosen, not yet checked. */
  | { readonly type: 'chosen'; readonly question: string; readonly response: Response }
  /** A practice question was checked. */
  | { readonly type: 'checked'; readonly question: string }
  /** A practice question was opened again after a wrong answer. */
  | { readonly type: 'reopened'; readonly question: string }
  /** `seed`: a whole number that decides the draw. `timeFactor`: 1, or more for a learner who needs longer. */
  | {
      readonly type: 'assessment-begun';
      readonly page: string;
      readonly seed: number;
      readonly timeFactor: number;
    }
  | { readonly type: 'assessment-submitted'; readonly page: string }
  /** The learner's own words in a block that keeps them. */
  | { readonly type: 'text-written'; readonly block: string; readonly text: string }
  /** The learner did something: without any of these for a while, no time is counted. */
  | { readonly type: 'active' }
  /** The clock of the player: without it for a while the machine slept. */
  | { readonly type: 'ticked' }
  /** The window goes: the visit to the page ends. */
  | { readonly type: 'left' }
  | { readonly type: 'hidden' }
  | { readonly type: 'visible' }
);
