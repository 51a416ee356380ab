/** Which standard a universal package speaks, by how it was launched: cmi5, then xAPI, then SCORM. Pure. */
import { cmi5LaunchIn } from '../cmi5/launch.ts';
import { type ApiWindow, findApi } from '../scorm/find-api.ts';
import { xapiLaunchIn } from '../xapi/launch.ts';

export type Part = 'cmi5' | 'xapi' | 'scorm12' | 'scorm2004';

/** Null where nobody listens, as far as can be seen now: some LMSs add their API late. */
export function partFor(query: string, window: ApiWindow): Part | null {
  if (cmi5LaunchIn(query)) return 'cmi5';
  if (xapiLaunchIn(query)) return 'xapi';
  // The manifest says SCORM 1.2: an LMS that offers both APIs took the package as such.
  if (findApi(window, 'API')) return 'scorm12';
  return findApi(window, 'API_1484_11') ? 'scorm2004' : null;
}
