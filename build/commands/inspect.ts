/** `inspect <zip>`: what a package of any tool is, what is wrong with it, and what an LMS will say. */
import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inspectPackage } from '../inspect/inspect-package.ts';
import { UnreadableZip } from '../inspect/open-zip.ts';
import { inspectionHtml } from '../inspect/report-html.ts';
import { inspectionLines } from '../inspect/report-text.ts';
import { type LmsName, lmsNames } from '../inspect/verdicts.ts';
import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import { type Outcome, WrongUse } from './command.ts';

export interface InspectChoices {
  readonly json: boolean;
  /** Where the HTML report goes. */
  readonly html: string | undefined;
  /** The LMS whose verdict is the exit code. */
  readonly lms: string;
}

export async function inspect(
  base: string,
  name: string,
  { json, html, lms }: InspectChoices,
): Promise<Outcome> {
  const judge = lmsNamed(lms);
  const path = resolve(base, name);
  const found = await stat(path).catch(() => null);
  if (!found) throw new WrongUse(`There is no file "${name}".`);
  if (found.isDirectory()) throw new WrongUse(`"${name}" is a folder; "inspect" takes a zip.`);
  try {
    const inspection = await inspectPackage(path, name);
    if (html !== undefined) await writeFile(resolve(base, html), await inspectionHtml(inspection));
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

function lmsNamed(name: string): LmsName {
  const lms = lmsNames.find((one) => one === name);
  if (lms) return lms;
  throw new WrongUse(
    `There is no verdict of "${name}". ${didYouMean(name, lmsNames)} Use ${oneOf(lmsNames)}.`,
  );
}
