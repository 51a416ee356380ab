/** The script of a SCORM 1.2 package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { looksFor, wait } from '../scorm/patience.ts';
import { scorm12Tracker } from './tracker.ts';

startPlayer(scorm12Tracker(window as never, wait, looksFor(window)), used);
