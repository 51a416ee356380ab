/** A tracker that is chosen when it is opened, and fetched only then. */
import { type Acknowledgement, nobodyThere, type Tracker } from '../../session/tracker.ts';
import type { Part } from './choose.ts';

/** Between two looks for an LMS, in milliseconds. */
const pause = 100;

/**
 * @param look  which part the launch asks for; null while nobody is there
 * @param fetchPart gets the part; null where it cannot be had
 * @param wait  resolves after so many milliseconds
 * @param looks how often to look before there is taken to be nobody
 */
export function chosenTracker(
  look: () => Part | null,
  fetchPart: (part: Part) => Promise<Tracker | null>,
  wait: (milliseconds: number) => Promise<void>,
  looks: number,
  bookmarkLimit: number,
): Tracker {
  let chosen: Tracker | null = null;
  const over: Acknowledgement = { is: 'ended', interactions: 0 };
  const choose = async (): Promise<Part | null> => {
    let part = look();
    for (let count = 1; part === null && count < looks; count++) {
      await wait(pause);
      part = look();
    }
    chosen ??= part === null ? null : await fetchPart(part);
    return part;
  };
  return {
    async open(isBegun) {
      const part = await choose();
      if (chosen) return chosen.open(isBegun);
      const nobody = nobodyThere(bookmarkLimit);
      return part === null ? nobody : { ...nobody, connection: 'refused' };
    },
    ...(import.meta.speaksSeveral && {
      async preference(isBegun: boolean) {
        await choose();
        return (await chosen?.preference?.(isBegun)) ?? { language: '', learner: '', isBegun: false };
      },
      prefer: (language: string) => chosen?.prefer?.(language),
    }),
    save: (report) => chosen?.save(report) ?? Promise.resolve(over),
    close: (report) => chosen?.close(report) ?? Promise.resolve(over),
  };
}
