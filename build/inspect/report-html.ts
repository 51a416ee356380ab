/** An inspection as one HTML file that can be sent to a vendor. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { prepareTemplates } from '../pipeline/templates.ts';
import type { Inspection } from './inspect-package.ts';
import { playView } from './play-view.ts';
import type { Picture } from './played.ts';
import { kilobytes } from './size-words.ts';

const words = { yes: 'Takes it', 'with-faults': 'Takes it, with faults', no: 'Does not take it' } as const;

/** Characters of pictures in a report: it stays below a megabyte, as mail servers like it. */
const mostPictures = 700_000;

/** The findings below tell all of them. */
const mostReasons = 4;

/** @param pictures of the play; those that come first are taken, until the report is large enough */
export async function inspectionHtml(
  inspection: Inspection,
  pictures: readonly Picture[] = [],
): Promise<string> {
  const read = async (name: string) => readFile(join(packageRoot, 'templates/inspect', name), 'utf8');
  const templates = prepareTemplates(
    new Map([
      ['report', await read('report.hbs')],
      ['play', await read('play.hbs')],
    ]),
    { kB: kilobytes, words: (answer: keyof typeof words) => words[answer] },
  );
  const findings = inspection.findings.map((one) => ({ path: undefined, ...one }));
  let room = mostPictures;
  const shown = pictures.filter(({ jpeg }) => {
    room -= jpeg.length;
    return room >= 0;
  });
  const play = inspection.play && playView(inspection.play);
  const verdicts = inspection.verdicts.map((one) => ({
    ...one,
    reasons: one.reasons.slice(0, mostReasons),
    more: Math.max(0, one.reasons.length - mostReasons),
  }));
  return templates.fill('report', {
    ...inspection,
    ...{ verdicts, findings, play, pictures: shown, style: await read('report.css') },
  });
}
