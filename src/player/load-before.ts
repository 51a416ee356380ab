/** What one load of a window leaves to the next: a note in the session's storage, read once. */
import type { KeyStorage } from '../sitting/device.ts';
import type { LoadBefore } from '../sitting/sitting.ts';

const key = 'coursewright/load-before';
const nothing: LoadBefore = { isBegun: false, active: 0, isGiven: false };

/** @throws where the browser denies storage */
export function leaveToNextLoad(session: KeyStorage, note: Partial<LoadBefore>): void {
  session.setItem(key, JSON.stringify(note));
}

/** @param session is asked for when it is needed: a browser that denies storage throws when it is looked at */
export function loadBefore(session: () => KeyStorage): LoadBefore {
  try {
    const note = session().getItem(key);
    session().removeItem(key);
    return { ...nothing, ...JSON.parse(note ?? 'null') };
  } catch {
    return nothing;
  }
}
