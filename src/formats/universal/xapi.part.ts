/** The part of a universal package that speaks xAPI. */
import { activities } from 'coursewright:activities';
import { wait } from '../scorm/patience.ts';
import { complain } from '../xapi/complain.ts';
import { xapiTracker } from '../xapi/conversation.ts';
import { plainXapi } from '../xapi/standard.ts';

const standard = plainXapi(activities, window.location.search);
window.coursewrightTracker = xapiTracker(standard, () => window.localStorage, Date.now, wait, complain);
