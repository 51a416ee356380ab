/** The script of a cmi5 package. */
import { activities } from 'coursewright:activities';
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { wait } from '../scorm/patience.ts';
import { complain } from '../xapi/complain.ts';
import { xapiTracker } from '../xapi/conversation.ts';
import { cmi5Session } from './session.ts';

const standard = cmi5Session(
  activities,
  window.location.search,
  () => window.sessionStorage,
  (url) => window.location.replace(url),
);
startPlayer(
  xapiTracker(standard, () => window.localStorage, Date.now, wait, complain),
  used,
);
