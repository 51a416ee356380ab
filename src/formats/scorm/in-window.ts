/** SCORM in the window of a learner, and besides it an LRS where the course wants one told. */
import type { Opening, Tracker } from '../../session/tracker.ts';
import { fetchPart } from '../fetch-part.ts';
import type { ApiWindow } from './find-api.ts';
import { queriesOf } from './launch-queries.ts';
import { looksFor, wait as patience } from './patience.ts';
import { withLrs } from './with-lrs.ts';

export function scormIn(
  window: Window,
  speak: (window: ApiWindow, wait: typeof patience, looks: number) => Tracker,
): Tracker {
  const scorm = speak(window as never, patience, looksFor(window));
  return import.meta.lrsBesides ? withLrs(scorm, (opening) => findLrs(window, opening)) : scorm;
}

/** Null where nobody names one; rejects where its script cannot be had. */
async function findLrs(window: Window, opening: Opening): Promise<Tracker | null> {
  const isNamed =
    import.meta.lrsBesides === 'course' || queriesOf(window).some((query) => query.has('endpoint'));
  if (!isNamed) return null;
  const make = await fetchPart<(opening: Opening) => Tracker>('lrs');
  if (!make) throw new Error('the script of the LRS could not be had');
  return make(opening);
}
