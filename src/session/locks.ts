/** Which pages are not open yet, where a course or a lesson has an order. Pure. */
import type { CourseOutline, PageOutline } from '../course/outline.ts';
import { completionOf, isPageDone } from './completion.ts';
import type { SessionState } from './state.ts';

/**
 * The first page that has to be done before this one opens; null where it is open. What a learner has seen stays
 * open, in a new version of the course too, and a course that is complete locks nothing.
 */
export function lockedBy(outline: CourseOutline, state: SessionState, page: string): PageOutline | null {
  if (page === state.page || state.seen.includes(page)) return null;
  const { lessons, order } = outline;
  const at = lessons.findIndex(({ pages }) => pages.some(({ id }) => id === page));
  const { pages = [], order: inside } = lessons[at] ?? {};
  const before = [
    ...(order === 'sequential' ? lessons.slice(0, at).flatMap((lesson) => lesson.pages) : []),
    ...(inside === 'sequential'
      ? pages.slice(
          0,
          pages.findIndex(({ id }) => id === page),
        )
      : []),
  ];
  const key = before.find((one) => !isPageDone(outline, state, one));
  return key && completionOf(outline, state) === 'incomplete' ? key : null;
}
