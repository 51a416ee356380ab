/** Nobody is told: progress stays on the device. */
import { type Acknowledgement, nobodyThere, type Tracker } from '../session/tracker.ts';

export function deviceTracker(bookmarkLimit: number): Tracker {
  const alone = async (): Promise<Acknowledgement> => ({ is: 'ended', interactions: 0 });
  return { open: async () => nobodyThere(bookmarkLimit), save: alone, close: alone };
}
