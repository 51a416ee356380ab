/** The part of a universal package that speaks xAPI. */
import { trackerIn } from '../xapi/in-window.ts';
import { plainXapi } from '../xapi/standard.ts';

window.coursewrightPart = trackerIn(window, plainXapi);
