/** Time on lesson: what counts is time in which the page is visible and the learner does something. */
import type { AssessmentOutline, CourseOutline } from '../course/outline.ts';
import type { Attempt, SessionState } from './state.ts';

/** After this long without a sign of the learner the clock stands still. */
export const idleAfter = 5 * 60_000;

/**
 * Counts the time since the last event, for the sitting and for the lesson on the screen. A gap longer than
 * `idleAfter` (idleness, sleep) counts as that much, a step back of the clock as nothing.
 */
export function passTime(outline: CourseOutline, state: SessionState, at: number): SessionState {
  const { sitting } = state;
  const gap = sitting.isVisible ? Math.min(Math.max(at - sitting.lastAt, 0), idleAfter) : 0;
  const lesson = outline.lessons.find(({ pages }) => pages.some((page) => page.id === state.page));
  return {
    ...state,
    time: lesson ? { ...state.time, [lesson.id]: (state.time[lesson.id] ?? 0) + gap } : state.time,
    sitting: { ...sitting, lastAt: at, active: sitting.active + gap },
  };
}

/** When the attempt under way ends, in milliseconds since 1970; null where nothing is under way or limited. */
export function deadlineOf(
  { minutes }: Pick<AssessmentOutline, 'minutes'>,
  attempt: Pick<Attempt, 'isSubmitted' | 'begunAt' | 'timeFactor'> | undefined,
): number | null {
  if (minutes === null || !attempt || attempt.isSubmitted) return null;
  return attempt.begunAt + minutes * 60_000 * attempt.timeFactor;
}
