/** The script of a SCORM 1.2 package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { scorm12Tracker } from './tracker.ts';

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

// A window that nobody opened and nothing frames has no LMS to wait for: a double click on the unzipped file.
const isAlone = window.parent === window && !window.opener;

startPlayer(scorm12Tracker(window as never, wait, isAlone ? 3 : 50), used);
