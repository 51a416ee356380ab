/** The part of a universal package that speaks SCORM 1.2. */
import { looksFor, wait } from '../scorm/patience.ts';
import { scorm12Tracker } from '../scorm12/tracker.ts';

window.coursewrightTracker = scorm12Tracker(window as never, wait, looksFor(window));
