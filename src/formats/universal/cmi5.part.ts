/** The part of a universal package that speaks cmi5. */
import { cmi5In } from '../cmi5/in-window.ts';

window.coursewrightPart = cmi5In(window);
