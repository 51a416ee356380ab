/** The part of a SCORM package that tells an LRS besides the LMS. */
import type { Opening } from '../../session/tracker.ts';
import { queriesOf } from '../scorm/launch-queries.ts';
import { besidesLms } from './besides.ts';
import { trackerIn } from './in-window.ts';

window.coursewrightPart = (opening: Opening) =>
  trackerIn(window, (course, unit) => besidesLms(course, unit, queriesOf(window), opening));
