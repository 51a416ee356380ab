/** What an update does, in lines for people: for whom, then what, then what it means. Pure. */
import type { Audience, Meaning } from './change.ts';
import type { PlacedChange } from './compare-packages.ts';
import type { PackageFacts } from './package-facts.ts';

const groups: readonly {
  readonly title: string;
  readonly for: Audience;
  readonly effect?: Meaning['effect'];
}[] = [
  { title: 'Learners in progress lose', for: 'in-progress', effect: 'lose' },
  { title: 'Learners in progress have to do anew', for: 'in-progress', effect: 'anew' },
  { title: 'Learners in progress keep', for: 'in-progress', effect: 'keep' },
  { title: 'Learners in progress will notice', for: 'in-progress', effect: 'change' },
  { title: 'Learners who are done', for: 'done' },
  { title: 'The LMS', for: 'lms' },
  { title: 'The author', for: 'author' },
];

export function changeLines(
  before: PackageFacts,
  after: PackageFacts,
  changes: readonly PlacedChange[],
): string[] {
  const lines = [`From ${said(before)}`, `to   ${said(after)}, ${after.format.title}`];
  for (const group of groups) {
    const told = changes.flatMap((change) =>
      change.means
        .filter((one) => one.for === group.for && (!group.effect || one.effect === group.effect))
        .map(({ text }) => ({ ...change, text })),
    );
    if (told.length === 0) continue;
    lines.push('', `${group.title}:`);
    for (const { severity, document, what, text } of told)
      lines.push(
        `  ${severity === 'loss' ? '!' : '-'} ${document ? `${document}: ` : ''}${what}`,
        `    ${text}`,
      );
  }
  return [...lines, '', conclusion(changes)];
}

function said({ name, documents }: PackageFacts): string {
  return `${name} (version ${documents[0]?.outline.version})`;
}

export function lossesIn(changes: readonly PlacedChange[]): PlacedChange[] {
  return changes.filter(({ severity }) => severity === 'loss');
}

function conclusion(changes: readonly PlacedChange[]): string {
  const losses = lossesIn(changes);
  if (losses.length === 0) return 'Learners lose no progress.';
  return `Learners lose progress by ${losses.length === 1 ? 'one change' : `${losses.length} changes`}, marked with "!".`;
}
