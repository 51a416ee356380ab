/** One sitting of one learner: opened with what LMS and device kept, saved as it goes. No DOM: a test can have a thousand. */
import type { CourseOutline } from '../course/outline.ts';
import { judgedBy } from '../session/lms-rules.ts';
import type { Logics } from '../session/scoring.ts';
import { beginSitting } from '../session/state.ts';
import type { Opening, Tracker } from '../session/tracker.ts';
import type { Clock } from './clock.ts';
import { deviceOf, type KeyStorage } from './device.ts';
import { resumedProgress } from './resume.ts';
import { createSaver, type Saver, type SaveState } from './saver.ts';
import { createSession, type Session } from './session.ts';

export interface OpenedSitting {
  readonly session: Session;
  readonly saver: Saver;
  readonly opening: Opening;
  /** Whether earlier progress was lost: the LMS kept something that could not be read. */
  readonly isUnreadable: boolean;
  /** Whether it goes on from a record of nobody in particular: who sits here now may be another than who made it. */
  readonly isInherited: boolean;
}

/** What the load of this window before this one left to it. */
export interface LoadBefore {
  /** It began the conversation with the LMS that this one goes on with. */
  readonly isBegun: boolean;
  /** Milliseconds that the sitting had counted by then. */
  readonly active: number;
  /** Another window saved, and gave the course to this one. */
  readonly isGiven: boolean;
  /** The page to go on with, where the learner had gone back to the start screen. */
  readonly page?: string;
}

/**
 * @param packed the outline as the builder made it; the marks that the LMS sets win over the course's
 * @param show   is told how saving goes
 * @param before where the window was loaded anew within the sitting
 */
export function openSitting(
  packed: CourseOutline,
  logics: Logics,
  tracker: Tracker,
  opening: Opening,
  storage: () => KeyStorage,
  clock: Clock,
  show: (state: SaveState) => void,
  before: LoadBefore = { isBegun: false, active: 0, isGiven: false },
): OpenedSitting {
  const outline = judgedBy(opening, packed);
  const device = deviceOf(storage, outline.id, opening.learner);
  const read = device.read();
  // The page of an LMS reads its record when it opens: in the window that takes over it has not seen what the other
  // one said since. So what was given is later than what this LMS says, whatever the two last agreed on.
  const kept = read && before.isGiven ? { ...read, base: opening.bookmark } : read;
  const isInherited = kept !== null && opening.learner === '';
  const { progress, untold, isUnreadable } = resumedProgress(outline, opening, kept);
  const session = createSession(
    outline,
    logics,
    beginSitting(progress, clock.now(), untold, before.active),
    clock.now,
  );
  const saver = createSaver(session, tracker, opening, device, clock, show);
  return { session, saver, opening, isUnreadable, isInherited };
}
