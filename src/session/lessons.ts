/** How far a learner is in each lesson, and how long it took: the same whether a lesson has a SCO of its own or not. Pure. */
import type { CourseOutline } from '../course/outline.ts';
import { isPageDone } from './completion.ts';
import type { SessionState } from './state.ts';

export interface LessonStanding {
  readonly id: string;
  /** Pages that are done, of all it has. */
  readonly done: number;
  readonly total: number;
  /** Milliseconds, over all sittings. */
  readonly time: number;
}

export function lessonStandings(outline: CourseOutline, state: SessionState): LessonStanding[] {
  return outline.lessons.map(({ id, pages }) => ({
    id,
    done: pages.filter((page) => isPageDone(outline, state, page)).length,
    total: pages.length,
    time: state.time[id] ?? 0,
  }));
}
