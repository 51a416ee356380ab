/** The part of a universal package that speaks SCORM 2004. */
import { looksFor, wait } from '../scorm/patience.ts';
import { scorm2004Tracker } from '../scorm2004/tracker.ts';

window.coursewrightTracker = scorm2004Tracker(window as never, wait, looksFor(window));
