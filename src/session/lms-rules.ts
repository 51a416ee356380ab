/**
 * An LMS may set its own pass mark and its own threshold of completion: it judges by them, so the player does too.
 * Whoever reviews a sitting may look at every page. Pure.
 */
import type { CourseOutline } from '../course/outline.ts';
import type { Opening } from './tracker.ts';

/** The course as this LMS judges it. One without an assessment has nothing to pass. */
export function judgedBy(
  { mode, passMark, completionThreshold }: Pick<Opening, 'mode' | 'passMark' | 'completionThreshold'>,
  outline: CourseOutline,
): CourseOutline {
  return {
    ...(import.meta.isFree || mode === 'normal' ? outline : inNoOrder(outline)),
    passMark: outline.passMark === null ? null : (passMark ?? outline.passMark),
    completion:
      completionThreshold === null
        ? outline.completion
        : { pages: 0, progress: completionThreshold, activities: false, minutes: 0, assessment: 'none' },
  };
}

function inNoOrder({ order: _, lessons, ...outline }: CourseOutline): CourseOutline {
  return { ...outline, lessons: lessons.map(({ order: _, ...lesson }) => lesson) };
}
