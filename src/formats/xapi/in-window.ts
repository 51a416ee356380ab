/** xAPI in the window of a learner: who launched it stands in its address, and what waits in its storage. */
import { activities } from 'coursewright:activities';
import { readPackageData } from '../../player/package-data.ts';
import type { Tracker } from '../../session/tracker.ts';
import { wait } from '../scorm/patience.ts';
import { type CourseActivities, type Unit, unitOf } from './activities.ts';
import { complain } from './complain.ts';
import { type Standard, xapiTracker } from './conversation.ts';

/** @param launched what the address says of a launch; null where it says nothing */
export function trackerIn(
  window: Window,
  launched: (course: CourseActivities, unit: Unit, query: string) => Standard | null,
): Tracker {
  const unit = unitOf(activities, readPackageData(window.document).outline.id);
  const standard = launched(activities, unit, window.location.search);
  return xapiTracker(standard, () => window.localStorage, Date.now, wait, complain);
}
