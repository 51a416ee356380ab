/** The part of a universal package that speaks SCORM 1.2. */
import { scormIn } from '../scorm/in-window.ts';
import { scorm12Tracker } from '../scorm12/tracker.ts';

window.coursewrightPart = scormIn(window, scorm12Tracker);
