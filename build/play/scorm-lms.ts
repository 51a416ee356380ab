/** The LMS of SCORM 1.2 and 2004 for a play: its API stands in the page, its record here. */
import type { Launch } from '../inspect/finding.ts';
import type { PlayedCall } from '../inspect/played.ts';
import { errorInWords } from '../preview/page/words.ts';
import type { PlayLms } from './lms.ts';

export function scormLms(standard: 'scorm12' | 'scorm2004', launch: Launch): PlayLms {
  let kept: object | null = null;
  return {
    origins: [],
    order: (address, how) => ({
      ...{ address, how },
      lms: { standard, kept, masteryScore: perCent(standard, launch.masteryScore) },
    }),
    calls: async (sitting) =>
      (await sitting.calls()).map(({ error, ...call }) => ({
        ...call,
        error: error === '0' ? null : `${error}: ${errorInWords(error)}`,
      })),
    hasBegun: (calls) => calls.some(({ name, result }) => name.endsWith('Initialize') && result === 'true'),
    unsaved,
    keep(sitting) {
      kept = sitting.record();
    },
    record: () =>
      Object.fromEntries(
        Object.entries(kept ?? {}).map(([name, value]) => [
          name.replace(/([A-Z])/g, ' $1').toLowerCase(),
          Array.isArray(value) ? String(value.length) : String(value ?? ''),
        ]),
      ),
    statements: () => [],
    async close() {},
  };
}

/** Elements that were set after the last commit that was taken. */
function unsaved(calls: readonly PlayedCall[]): string[] {
  const last = calls.findLastIndex(
    ({ name, result }) => /(Commit|Finish|Terminate)$/.test(name) && result === 'true',
  );
  const set = calls
    .slice(last + 1)
    .filter(({ name, result }) => name.endsWith('SetValue') && result === 'true')
    // Times are told at the end of a sitting, and how it ended: a crash never has them.
    .map(({ args }) => args[0] ?? '')
    .filter((element) => !/session_time$|\.exit$|^adl\.nav/.test(element));
  return [...new Set(set)];
}

/** The pass mark as the manifest writes it: per cent in 1.2, a share in 2004. */
function perCent(standard: 'scorm12' | 'scorm2004', mark: string): string {
  if (mark === '' || Number.isNaN(Number(mark))) return '';
  return standard === 'scorm12' ? mark : String(Math.round(Number(mark) * 10_000) / 100);
}
