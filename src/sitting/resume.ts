/** Where a sitting begins: at what the LMS kept, at what this device kept and the LMS never got, or at both. Pure. */
import { type CourseOutline, outlinePages } from '../course/outline.ts';
import { decodeBookmark } from '../session/bookmark.ts';
import { mergeProgress } from '../session/merge.ts';
import { type AnsweredQuestion, noProgress, type Progress } from '../session/state.ts';
import type { Opening } from '../session/tracker.ts';
import type { DeviceRecord } from './device.ts';

export interface Resumed {
  readonly progress: Progress;
  /** What was answered and never reached the LMS. */
  readonly untold: readonly AnsweredQuestion[];
  /** Whether the LMS kept something that could not be read, and the device had nothing to put in its place. */
  readonly isUnreadable: boolean;
}

export function resumedProgress(
  outline: CourseOutline,
  opening: Pick<Opening, 'connection' | 'isFirst' | 'bookmark' | 'location'>,
  kept: DeviceRecord | null,
): Resumed {
  const told = decodeBookmark(outline, opening.bookmark);
  const own = kept && !wasReset(opening, kept) ? decodeBookmark(outline, kept.bookmark) : null;
  if (!kept || !own) {
    const isUnreadable = told === null && opening.bookmark !== '';
    return { progress: told?.progress ?? placeOf(outline, opening.location), untold: [], isUnreadable };
  }
  const base = decodeBookmark(outline, kept.base)?.progress ?? noProgress;
  return {
    progress: told ? mergeProgress(outline, base, told, own) : own.progress,
    // The bookmark may have reached the LMS without them. Told twice is better than never.
    untold: kept.untold.filter(({ question, type }) => outline.questions[question]?.type === type),
    isUnreadable: false,
  };
}

/** An attempt that the LMS once knew of and begins anew: what the device keeps belongs to the one before. */
function wasReset(
  { connection, isFirst, bookmark }: Pick<Opening, 'connection' | 'isFirst' | 'bookmark'>,
  kept: DeviceRecord,
) {
  return connection === 'lms' && isFirst && bookmark === '' && kept.base !== '';
}

function placeOf(outline: CourseOutline, location: string): Progress {
  const isPage = outlinePages(outline).some((page) => page.id === location);
  return isPage ? { ...noProgress, page: location } : noProgress;
}
