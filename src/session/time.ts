/** Time on lesson: what counts is time in which the page is visible and the learner does something. */
import type { CourseOutline } from '../course/outline.ts';
import type { SessionState } from './state.ts';

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
