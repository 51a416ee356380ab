/** The script of a SCORM 2004 package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { scormIn } from '../scorm/in-window.ts';
import { scorm2004Tracker } from './tracker.ts';

startPlayer(scormIn(window, scorm2004Tracker), used);
