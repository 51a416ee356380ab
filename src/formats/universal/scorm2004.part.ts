/** The part of a universal package that speaks SCORM 2004. */
import { scormIn } from '../scorm/in-window.ts';
import { scorm2004Tracker } from '../scorm2004/tracker.ts';

window.coursewrightPart = scormIn(window, scorm2004Tracker);
