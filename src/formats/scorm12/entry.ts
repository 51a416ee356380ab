/** The script of a SCORM 1.2 package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { scormIn } from '../scorm/in-window.ts';
import { scorm12Tracker } from './tracker.ts';

startPlayer(scormIn(window, scorm12Tracker), used);
