/** The script of a universal package: the player, and a look at who launched it; the tracker is a script of its own. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import type { Tracker } from '../../session/tracker.ts';
import { looksFor, wait } from '../scorm/patience.ts';
import { type Part, partFor } from './choose.ts';
import { universal } from './descriptor.ts';
import { chosenTracker } from './tracker.ts';

// A classic script, because modules do not load from a disk.
function fetchPart(part: Part): Promise<Tracker | null> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = `tracker-${part}.js`;
    script.onload = () => resolve(window.coursewrightTracker ?? null);
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
}

startPlayer(
  chosenTracker(
    () => partFor(window.location.search, window as never),
    fetchPart,
    wait,
    looksFor(window),
    universal.bookmarkLimit,
  ),
  used,
);
