/** The session of one learner in one window: takes events, holds the state, tells who listens. */
import type { CourseOutline } from '../course/outline.ts';
import type { LearnerEvent } from '../session/event.ts';
import { reduce } from '../session/reduce.ts';
import type { Logics } from '../session/scoring.ts';
import type { SessionState } from '../session/state.ts';

/** An event without its time, which the session adds. */
export type Happening = LearnerEvent extends infer Event
  ? Event extends LearnerEvent
    ? Omit<Event, 'at'>
    : never
  : never;

export interface Session {
  readonly outline: CourseOutline;
  readonly logics: Logics;
  /** Milliseconds since 1970. */
  now(): number;
  state(): SessionState;
  happen(event: Happening): void;
  /** Called after each event, with the event that changed the state. */
  listen(listener: (event: Happening) => void): void;
}

/** @param now milliseconds since 1970 */
export function createSession(
  outline: CourseOutline,
  logics: Logics,
  initial: SessionState,
  now: () => number,
): Session {
  let state = initial;
  const listeners: ((event: Happening) => void)[] = [];
  return {
    outline,
    logics,
    now,
    state: () => state,
    happen(event) {
      state = reduce(outline, logics, state, { ...event, at: now() } as LearnerEvent);
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
}
