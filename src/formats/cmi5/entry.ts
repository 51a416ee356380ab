/** The script of a cmi5 package. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { cmi5In } from './in-window.ts';

startPlayer(cmi5In(window), used);
