/** The part of a universal package that speaks cmi5. */
import { cmi5In } from '../cmi5/in-window.ts';

window.coursewrightTracker = cmi5In(window);
