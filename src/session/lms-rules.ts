/** An LMS may set its own pass mark and its own threshold of completion: it judges by them, so the player does too. Pure. */
import type { CourseOutline } from '../course/outline.ts';
import type { Opening } from './tracker.ts';

/** The course as this LMS judges it. One without an assessment has nothing to pass. */
export function judgedBy(
  { passMark, completionThreshold }: Pick<Opening, 'passMark' | 'completionThreshold'>,
  outline: CourseOutline,
): CourseOutline {
  return {
    ...outline,
    passMark: outline.passMark === null ? null : (passMark ?? outline.passMark),
    completion:
      completionThreshold === null
        ? outline.completion
        : { pages: 0, progress: completionThreshold, activities: false, minutes: 0, assessment: 'none' },
  };
}
