/** An inspection that goes on in a browser: the package is played, and the verdicts know of it. */
import type { Finding } from '../inspect/finding.ts';
import { type Inspection, inspectPackage, judged } from '../inspect/inspect-package.ts';
import type { Picture } from '../inspect/played.ts';
import { playFindings } from './findings.ts';
import { type PlaySettings, playPackage } from './play-package.ts';
import type { PlayProgress } from './play-progress.ts';

export interface PlayedInspection {
  readonly inspection: Inspection;
  /** For `inspectionHtml`; empty where nothing was played. */
  readonly pictures: readonly Picture[];
}

/**
 * Inspects a package and plays it: each SCO, activity or AU is opened in a browser that reaches no other host, walked,
 * killed, opened again, closed and opened again. Takes a minute for each.
 * @param path the zip on disk
 * @param name as the user named it
 * @param told is given how far the play is, at each step
 * @throws UnreadableZip for what is no zip; an Error where the browser does not open
 */
export async function inspectPlayed(
  path: string,
  name: string,
  settings: PlaySettings,
  told: (progress: PlayProgress) => void = () => {},
): Promise<PlayedInspection> {
  const inspection = await inspectPackage(path, name);
  const { manifest, described, findings } = inspection;
  const isDangerous = findings.some(({ kind }) => kind === 'bomb');
  const canStart = described?.launches.some((one) => one.path !== null && one.path !== '');
  if (!manifest || !described || !canStart || isDangerous)
    return { inspection: withMore(inspection, [notPlayed(isDangerous)]), pictures: [] };
  const { played, pictures } = await playPackage(path, manifest, described, settings, told);
  const found = playFindings(played, described.standard);
  return { inspection: { ...withMore(inspection, found), play: played }, pictures };
}

function withMore(inspection: Inspection, more: readonly Finding[]): Inspection {
  // What only reading suspects, playing knows.
  const known = inspection.findings.filter(({ kind, severity }) => kind !== 'hosts' || severity !== 'note');
  return { ...inspection, ...judged(inspection.described, [...known, ...more]) };
}

function notPlayed(isDangerous: boolean): Finding {
  return {
    ...{ severity: 'note', kind: 'play-start', message: 'it was not played.' },
    hint: isDangerous ? 'It was not unpacked.' : 'There is nothing in it that a browser could open.',
  };
}
