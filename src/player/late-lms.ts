/** An LMS that came late, or would not begin at first, is joined when it does: the window is loaded anew with all that was done. */
import type { Opening, Tracker } from '../session/tracker.ts';
import { deviceOf } from '../sitting/device.ts';
import { joinRecords } from '../sitting/join.ts';
import type { OpenedSitting } from '../sitting/sitting.ts';
import { leaveToNextLoad, loadBefore } from './load-before.ts';

/** Milliseconds between two tries: often at first, then only now and then. */
const often = 3_000;
const seldom = 20_000;
const triesAtFirst = 20;

/** @returns to be called when this window is not to be heard any more */
export function joinLate(window: Window, tracker: Tracker, sitting: OpenedSitting): () => void {
  const isAlone = window.parent === window && !window.opener;
  if (sitting.opening.connection === 'lms' || isAlone || !canKeep(window)) return () => {};
  let timer = 0;
  let count = 0;
  const wait = () => {
    timer = window.setTimeout(look, ++count < triesAtFirst ? often : seldom);
  };
  const look = async () => {
    const opening = await tracker.open();
    if (opening.connection === 'lms') join(window, sitting, opening);
    else wait();
  };
  wait();
  return () => window.clearTimeout(timer);
}

function join(window: Window, { session, saver, isInherited }: OpenedSitting, opening: Opening): void {
  const deviceFor = (learner: string) => deviceOf(() => window.localStorage, session.outline.id, learner);
  saver.handOver();
  // What somebody left on this device without an LMS is not given to the learner whom the LMS names.
  if (!isInherited) {
    if (opening.mode === 'normal') joinRecords(session, opening, deviceFor(opening.learner));
    deviceFor('').remove();
  }
  leaveToNextLoad(window.sessionStorage, { isBegun: true, active: session.state().sitting.active });
  window.location.reload();
}

/** Without storage nothing can be handed to the next load: then the LMS is not greeted at all. */
function canKeep(window: Window): boolean {
  try {
    leaveToNextLoad(window.sessionStorage, {});
    loadBefore(() => window.sessionStorage);
    window.localStorage.getItem('');
    return true;
  } catch {
    return false;
  }
}
