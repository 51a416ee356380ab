/** How far a play is, for whoever waits. */

/** A learner's visits to each part: one that crashes, one that comes back, one that looks whether all is there. */
export const visits = 3;

export interface PlayProgress {
  /** Of the SCO, activity or AU. */
  readonly title: string;
  /** Its place among the parts that are played, from 1. */
  readonly part: number;
  readonly parts: number;
  /** From 1 to `visits`. */
  readonly visit: number;
  /** Of this visit so far. */
  readonly steps: number;
}
