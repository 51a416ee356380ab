/** An LMS that came late: what was done without it becomes part of the learner's own record. Pure but for the device. */
import { encodeBookmark } from '../session/bookmark.ts';
import { mergeProgress } from '../session/merge.ts';
import { noProgress } from '../session/state.ts';
import type { Opening } from '../session/tracker.ts';
import type { Device } from './device.ts';
import { resumedProgress } from './resume.ts';
import type { Session } from './session.ts';

/**
 * Writes what LMS, device and this sitting know of the learner as one record that goes on from what the LMS holds:
 * the next load of the window resumes with all of it.
 * @param opening what the LMS said when it came
 * @param device  that of the learner whom it named
 */
export function joinRecords({ outline, state }: Session, opening: Opening, device: Device): void {
  const { progress, untold } = resumedProgress(outline, opening, device.read());
  const { sitting } = state();
  const savedAt = Math.floor(sitting.lastAt / 1000);
  // What was done a moment ago is the later of the two.
  const joined = mergeProgress(outline, noProgress, { progress, savedAt: 0 }, { progress: state(), savedAt });
  device.write({
    bookmark: encodeBookmark(outline, { progress: joined, savedAt }, opening.bookmarkLimit),
    base: opening.bookmark,
    untold: [...untold, ...sitting.answered],
  });
}
