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

/**
 * @param packed the outline as the builder made it; the marks that the LMS sets win over the course's
 * @param show   is told how saving goes
 * @param active milliseconds that this sitting has counted already, before the window was loaded anew
 */
export function openSitting(
  packed: CourseOutline,
  logics: Logics,
  tracker: Tracker,
  opening: Opening,
  storage: () => KeyStorage,
  clock: Clock,
  show: (state: SaveState) => void,
  active = 0,
): OpenedSitting {
  const outline = judgedBy(opening, packed);
  const device = deviceOf(storage, outline.id, opening.learner);
  const kept = device.read();
  const isInherited = kept !== null && opening.learner === '';
  const { progress, untold, isUnreadable } = resumedProgress(outline, opening, kept);
  const session = createSession(
    outline,
    logics,
    beginSitting(progress, clock.now(), untold, active),
    clock.now,
  );
  const saver = createSaver(session, tracker, opening, device, clock, show);
  return { session, saver, opening, isUnreadable, isInherited };
}
