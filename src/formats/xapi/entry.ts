/** The script of an xAPI package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { trackerIn } from './in-window.ts';
import { plainXapi } from './standard.ts';

startPlayer(trackerIn(window, plainXapi), used);
