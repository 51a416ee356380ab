/** The ledger file of a course: read, checked, and written with what the course has added. Pure. */
import { type Ledger, ledgerKinds } from '../../src/course/ledger.ts';
import type { Mistake, Problem } from '../../src/course/problem.ts';
import { pointerStep } from '../../src/course/problem.ts';
import { assembleValue } from './assemble-value.ts';
import { oneOf } from './did-you-mean.ts';
import type { CourseFolder } from './read-course.ts';

export const ledgerFile = 'ledger.json';

const about =
  'Places of ids in learners’ progress. "coursewright build" adds to the end; keep this file in version control, and never reorder or remove a line.';

/** The ledger in the folder; empty where the course has none yet. */
export function courseLedger(folder: CourseFolder): { ledger: Ledger; problems: readonly Problem[] } {
  if (!folder.files.has(ledgerFile)) return { ledger: [], problems: [] };
  const { value, problems, locate } = assembleValue(folder, ledgerFile);
  if (problems.length > 0) return { ledger: [], problems };
  const { places } = (value ?? {}) as { places?: unknown };
  if (!Array.isArray(places)) return { ledger: [], problems: [locate(noList)] };
  const mistakes = places.flatMap((entry, index) => entryMistake(places, entry, index) ?? []);
  return { ledger: mistakes.length > 0 ? [] : places, problems: mistakes.map(locate) };
}

/** The text of the ledger file: a line an entry, so that version control shows what came. */
export function ledgerText(ledger: Ledger): string {
  return `${JSON.stringify({ about, places: ledger }, null, 2)}\n`;
}

const restore = 'Take the file back from version control; only "coursewright build" writes it, at its end.';

const noList: Mistake = { pointer: '', message: 'the ledger has no list "places".', hint: restore };

const shape = new RegExp(`^(${ledgerKinds.join('|')}) [a-z][a-z0-9-]*( [a-z][a-z0-9-]*)?$`);

function entryMistake(places: readonly unknown[], entry: unknown, index: number): Mistake | null {
  const pointer = `/places${pointerStep(index)}`;
  if (typeof entry !== 'string' || !shape.test(entry))
    return {
      pointer,
      message: `${JSON.stringify(entry)} is no entry of a ledger: ${oneOf(ledgerKinds)} and an id.`,
      hint: restore,
    };
  if (places.indexOf(entry) < index)
    return {
      pointer,
      message: `"${entry}" stands in the ledger twice.`,
      hint: `${restore} After a merge keep the line that came first.`,
    };
  return null;
}

/** A course whose ledger lacks what it has added: in CI nothing is written, so its packages would differ from the ledger kept. */
export function frozenProblems(folder: CourseFolder, ledger: Ledger): Problem[] {
  const kept = courseLedger(folder).ledger;
  const added = ledger.slice(kept.length);
  if (added.length === 0) return [];
  return [
    {
      severity: 'error',
      file: `${folder.name}/${ledgerFile}`,
      line: 1,
      column: 1,
      pointer: '',
      message: folder.files.has(ledgerFile)
        ? `the ledger lacks ${oneOf(added)}.`
        : 'the course has no ledger: learners’ progress could not be carried to its next version.',
      hint: 'Run "coursewright build" without --frozen (and outside CI), and commit this file.',
    },
  ];
}
