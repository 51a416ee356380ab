/**
 * SCORM as ever, and an LRS that is told besides. The LMS comes first: what the LRS takes, refuses or loses is never
 * waited for, and never seen in what SCORM is answered.
 */
import type { Opening, Tracker } from '../../session/tracker.ts';

/** @param find gets the tracker of the LRS; null where there is none, and asked again later where it rejects */
export function withLrs(scorm: Tracker, find: (opening: Opening) => Promise<Tracker | null>): Tracker {
  /** Asked for again; null where nothing is to be told. */
  let begin: (() => Promise<void>) | null = null;
  let lrs: Tracker | null = null;
  let isBegun = false;
  let line: Promise<void> = Promise.resolve();

  const inLine = (act: () => unknown) => {
    line = line.then(async () => void (await act())).catch(() => {});
  };
  return {
    ...scorm,
    async open(isReload) {
      const opening = await scorm.open(isReload);
      if (opening.connection !== 'lms' || opening.mode !== 'normal') return opening;
      begin = async () => {
        lrs ??= await find(opening);
        begin = null;
        await lrs?.open(isReload);
        isBegun = true;
      };
      inLine(begin);
      return opening;
    },
    save(report) {
      const told = scorm.save(report);
      inLine(() => begin?.());
      inLine(() => lrs?.save(report));
      return told;
    },
    close(report, next) {
      const told = scorm.close(report, next);
      // Not in line, because the window may be gone a moment later: what waits there is part of this report as well.
      const tell = async () => (isBegun ? lrs?.close(report) : lrs?.save(report));
      tell().catch(() => {});
      return told;
    },
  };
}
