/** The script of an xAPI package. */
import { activities } from 'coursewright:activities';
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { wait } from '../scorm/patience.ts';
import { complain } from './complain.ts';
import { xapiTracker } from './conversation.ts';
import { plainXapi } from './standard.ts';

const standard = plainXapi(activities, window.location.search);
startPlayer(
  xapiTracker(standard, () => window.localStorage, Date.now, wait, complain),
  used,
);
