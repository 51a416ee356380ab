/** The part of a universal package that speaks cmi5. */
import { activities } from 'coursewright:activities';
import { cmi5Session } from '../cmi5/session.ts';
import { wait } from '../scorm/patience.ts';
import { complain } from '../xapi/complain.ts';
import { xapiTracker } from '../xapi/conversation.ts';

const standard = cmi5Session(
  activities,
  window.location.search,
  () => window.sessionStorage,
  (url) => window.location.replace(url),
);
window.coursewrightTracker = xapiTracker(standard, () => window.localStorage, Date.now, wait, complain);
