/** An LMS that came late, or would not begin at first, is joined when it does: the window is loaded anew with all that was done. */
import type { Opening, Tracker } from '../session/tracker.ts';
import { deviceOf, type KeyStorage } from '../sitting/device.ts';
import { joinRecords } from '../sitting/join.ts';
import type { OpenedSitting } from '../sitting/sitting.ts';

/** Milliseconds between two tries: often at first, then only now and then. */
const often = 3_000;
const seldom = 20_000;
const triesAtFirst = 20;

/** What one load of the window leaves to the next within one conversation with the LMS. */
const key = 'coursewright/begun';

/**
 * Whether this load of the window goes on with a conversation that the one before it began, and the milliseconds that
 * had been counted by then; null where it begins one. The note is read once.
 */
export function begunBefore(session: () => KeyStorage): number | null {
  try {
    const note = session().getItem(key);
    session().removeItem(key);
    return note === null ? null : Number(note) || 0;
  } catch {
    return null;
  }
}

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
  window.sessionStorage.setItem(key, String(session.state().sitting.active));
  window.location.reload();
}

/** Without storage nothing can be handed to the next load: then the LMS is not greeted at all. */
function canKeep(window: Window): boolean {
  try {
    window.sessionStorage.setItem(key, '');
    window.sessionStorage.removeItem(key);
    window.localStorage.getItem(key);
    return true;
  } catch {
    return false;
  }
}
