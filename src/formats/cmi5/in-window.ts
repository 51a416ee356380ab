/** cmi5 in the window of a learner: a session is that of its window. */
import type { Tracker } from '../../session/tracker.ts';
import { trackerIn } from '../xapi/in-window.ts';
import { cmi5Session } from './session.ts';

export function cmi5In(window: Window): Tracker {
  return trackerIn(window, (course, unit, query) =>
    cmi5Session(
      course,
      unit,
      query,
      () => window.sessionStorage,
      (url) => window.location.replace(url),
    ),
  );
}
