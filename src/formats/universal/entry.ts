/** The script of a universal package: the player, and a look at who launched it; the tracker is a script of its own. */
import * as used from 'coursewright:used';
import { startPlayer } from '../../player/start.ts';
import { fetchPart } from '../fetch-part.ts';
import { looksFor, wait } from '../scorm/patience.ts';
import { partFor } from './choose.ts';
import { universal } from './descriptor.ts';
import { chosenTracker } from './tracker.ts';

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
