/** What the new version says of itself: its number and its language. Pure. */
import { author, type Change, change, keep, meet } from '../change.ts';
import type { DiffRule } from '../versions.ts';

export const releaseChanges: DiffRule = ({ before, after }) => {
  const [old, now] = [before.outline, after.outline];
  return [
    ...versionChanges(old.version, now.version),
    ...(old.language === now.language
      ? []
      : [
          change(
            'language-changed',
            'warning',
            now.id,
            `The language is "${now.language}", before "${old.language}".`,
            keep('All progress: it knows no language.'),
            meet('Text and buttons speak the new language from the next visit.'),
          ),
        ]),
  ];
};

function versionChanges(was: string, is: string): Change[] {
  const order = compareVersions(was, is);
  if (order < 0) return [];
  return [
    change(
      order === 0 ? 'version-not-raised' : 'version-lowered',
      'warning',
      is,
      order === 0 ? `Both are version ${is}.` : `Version ${is} comes after ${was}, and is lower.`,
      author('Raise "version" in course.json: receipts, reports and file names tell versions apart by it.'),
    ),
  ];
}

/** Below 0 where the first is the earlier one. Versions are three numbers. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  return a.map((number, index) => number - (b[index] ?? 0)).find((by) => by !== 0) ?? 0;
}
