/** The script of a SCORM 2004 package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { looksFor, wait } from '../scorm/patience.ts';
import { scorm2004Tracker } from './tracker.ts';

startPlayer(scorm2004Tracker(window as never, wait, looksFor(window)), used);
