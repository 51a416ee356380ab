/** Time on lesson: what counts is time in which the page is visible and the learner does something. */
import type { AssessmentOutline, CourseOutline } from '../course/outline.ts';
import type { LearnerEvent } from './event.ts';
import type { Attempt, SessionState } from './state.ts';

/** The player's clock ticks this often while the page is visible. Milliseconds. */
export const tickEvery = 1000;

/**
 * A longer gap between two ticks is no time spent: the machine slept, the phone froze the window, or somebody
 * set the clock. Shorter ones are a slow LMS that stops the page while it commits.
 */
const longestGap = 30_000;

/**
 * Counts the time since the last event, for the sitting and for the lesson on the screen: while the page is visible
 * and until `idleMinutes` after the last sign of the learner. A step back of the clock counts as nothing.
 */
export function passTime(
  outline: CourseOutline,
  state: SessionState,
  { type, at }: Pick<LearnerEvent, 'type' | 'at'>,
): SessionState {
  const { sitting } = state;
  const idleAt = sitting.activeAt + outline.idleMinutes * 60_000;
  const passed = Math.min(at, idleAt) - sitting.lastAt;
  const gap = sitting.isVisible && at - sitting.lastAt <= longestGap ? Math.max(passed, 0) : 0;
  const lesson = outline.lessons.find(({ pages }) => pages.some((page) => page.id === state.page));
  return {
    ...state,
    time: lesson ? { ...state.time, [lesson.id]: (state.time[lesson.id] ?? 0) + gap } : state.time,
    sitting: {
      ...sitting,
      lastAt: at,
      // A clock that was set back must not make the learner active in the future.
      activeAt: isSign(type) ? at : Math.min(sitting.activeAt, at),
      active: sitting.active + gap,
    },
  };
}

/** Whether the learner did something, rather than the window or the clock. */
function isSign(type: LearnerEvent['type']): boolean {
  return type !== 'ticked' && type !== 'hidden' && type !== 'left';
}

/** When the attempt under way ends, in milliseconds since 1970; null where nothing is under way or limited. */
export function deadlineOf(
  { minutes }: Pick<AssessmentOutline, 'minutes'>,
  attempt: Pick<Attempt, 'isSubmitted' | 'begunAt' | 'timeFactor'> | undefined,
): number | null {
  if (minutes === null || !attempt || attempt.isSubmitted) return null;
  return attempt.begunAt + minutes * 60_000 * attempt.timeFactor;
}
