/** The script of a SCORM 1.2 package. */
import { blocks, questions } from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { scorm12Tracker } from './tracker.ts';

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

startPlayer(scorm12Tracker(window as never, wait), { blocks, questions });
