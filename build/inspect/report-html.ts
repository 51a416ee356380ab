/** An inspection as one HTML file that can be sent to a vendor. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { prepareTemplates } from '../pipeline/templates.ts';
import type { Inspection } from './inspect-package.ts';
import { kilobytes } from './report-text.ts';

const words = { yes: 'Takes it', 'with-faults': 'Takes it, with faults', no: 'Does not' } as const;

export async function inspectionHtml(inspection: Inspection): Promise<string> {
  const source = await readFile(join(packageRoot, 'templates/inspect/report.hbs'), 'utf8');
  const templates = prepareTemplates(new Map([['report', source]]), {
    kB: kilobytes,
    words: (answer: keyof typeof words) => words[answer],
  });
  const findings = inspection.findings.map((one) => ({ path: undefined, ...one }));
  return templates.fill('report', { play: undefined, ...inspection, findings });
}
