/** Where a sitting begins: at what the LMS kept, or at what this device kept and the LMS never got. */
import { type CourseOutline, outlinePages } from '../course/outline.ts';
import { decodeBookmark } from '../session/bookmark.ts';
import { noProgress, type Progress } from '../session/state.ts';
import type { Opening } from '../session/tracker.ts';
import type { DeviceRecord } from './device.ts';

export function resumedProgress(
  outline: CourseOutline,
  opening: Pick<Opening, 'connection' | 'bookmark' | 'location'>,
  kept: DeviceRecord | null,
): Progress {
  const told = decodeBookmark(outline, opening.bookmark);
  const own = kept && decodeBookmark(outline, kept.bookmark);
  const isOwnNewer =
    own && (opening.connection !== 'lms' || (!kept.isTold && own.savedAt > (told?.savedAt ?? 0)));
  if (isOwnNewer) return own.progress;
  if (told) return told.progress;
  const isPage = outlinePages(outline).some((page) => page.id === opening.location);
  return isPage ? { ...noProgress, page: opening.location } : noProgress;
}
