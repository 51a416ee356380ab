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
  /**
   * The same for what need not be done at once: those who listen are told when `wait` calls back. Nobody sees a state
   * without it: whoever looks at it, and whatever happens next, finds it done.
   * @param wait calls back a little later
   */
  happenSoon(event: Happening, wait: (act: () => void) => void): void;
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
  let settle = () => {};
  const take = (event: Happening, at: number) => {
    settle();
    state = reduce(outline, logics, state, { ...event, at } as LearnerEvent);
    for (const listener of listeners) listener(event);
  };
  return {
    outline,
    logics,
    now,
    state() {
      settle();
      return state;
    },
    happen: (event) => take(event, now()),
    happenSoon(event, wait) {
      settle();
      const at = now();
      settle = () => {
        settle = () => {};
        take(event, at);
      };
      wait(() => settle());
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
}
