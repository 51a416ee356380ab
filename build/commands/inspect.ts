/** `inspect <zip>`: what a package of any tool is, what is wrong with it, and what an LMS will say. */
import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findChromium } from '../documents/find-chromium.ts';
import { inspectPackage } from '../inspect/inspect-package.ts';
import { UnreadableZip } from '../inspect/open-zip.ts';
import { inspectionHtml } from '../inspect/report-html.ts';
import { inspectionLines } from '../inspect/report-text.ts';
import { type LmsName, lmsNames } from '../inspect/verdicts.ts';
import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import { inspectPlayed } from '../play/inspect-played.ts';
import { type Outcome, type Surroundings, WrongUse } from './command.ts';
import { playLine } from './progress-line.ts';

export interface InspectChoices {
  readonly json: boolean;
  /** Where the HTML report goes. */
  readonly html: string | undefined;
  /** The LMS whose verdict is the exit code. */
  readonly lms: string;
  /** Whether it is played in a browser. */
  readonly play: boolean;
  /** Whether pictures of the play go into the HTML report. */
  readonly pictures: boolean;
}

export async function inspect(
  { base, environment, progress }: Surroundings,
  name: string,
  { json, html, lms, play, pictures: arePictured }: InspectChoices,
): Promise<Outcome> {
  const judge = lmsNamed(lms);
  if (arePictured && (!play || html === undefined))
    throw new WrongUse('"--pictures" is for a report of a play: it goes with --play and --html.');
  const path = resolve(base, name);
  const found = await stat(path).catch(() => null);
  if (!found) throw new WrongUse(`There is no file "${name}".`);
  if (found.isDirectory()) throw new WrongUse(`"${name}" is a folder; "inspect" takes a zip.`);
  try {
    const { inspection, pictures } = play
      ? await played(path, name, environment, json ? null : progress)
      : { inspection: await inspectPackage(path, name), pictures: [] };
    if (html !== undefined)
      await writeFile(resolve(base, html), await inspectionHtml(inspection, arePictured ? pictures : []));
    const verdict = inspection.verdicts.find((one) => one.lms === judge);
    const lines = json ? [JSON.stringify(inspection, null, 2)] : inspectionLines(inspection);
    return { code: verdict?.answer === 'no' ? 1 : 0, out: lines, err: [] };
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    const message = `${name}: ${error.message}`;
    return json
      ? { code: 1, out: [JSON.stringify({ name, error: message })], err: [] }
      : { code: 1, out: [], err: [message] };
  }
}

async function played(
  path: string,
  name: string,
  environment: Surroundings['environment'],
  progress: Surroundings['progress'],
) {
  const browser = findChromium(environment);
  if (browser === null)
    throw new WrongUse(
      'No Chromium or Chrome was found to play it in: install one, or name it with the variable CHROME_PATH.',
    );
  progress?.(`${name}: a browser is started to play it`);
  try {
    return await inspectPlayed(path, name, { browser }, (far) => progress?.(playLine(far)));
  } finally {
    progress?.('');
  }
}

function lmsNamed(name: string): LmsName {
  const lms = lmsNames.find((one) => one === name);
  if (lms) return lms;
  throw new WrongUse(
    `There is no verdict of "${name}". ${didYouMean(name, lmsNames)} Use ${oneOf(lmsNames)}.`,
  );
}
