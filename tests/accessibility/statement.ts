/** The conformance statement: what we claim of each criterion, beside what shows it. Pure. */

export interface Criterion {
  readonly criterion: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly claim: 'supports' | 'partially' | 'not applicable';
  readonly remark: string;
  /** Titles of tests, or `by hand`. */
  readonly shownBy: readonly string[];
}

export const byHand = 'by hand';

/** @param failed titles of the tests that failed in a run: what they show is not claimed */
export function statementOf(criteria: readonly Criterion[], failed: ReadonlySet<string>): string {
  const claimOf = ({ claim, shownBy }: Criterion) =>
    shownBy.some((check) => failed.has(check)) ? '**does not support**: a check failed' : claim;
  const checkOf = (check: string) => {
    if (check === byHand) return byHand;
    return failed.has(check) ? `“${check}” (failed)` : `“${check}”`;
  };
  const tables = (['A', 'AA'] as const).flatMap((level) => [
    `## Level ${level}`,
    '',
    '| criterion | conformance | remark | shown by |',
    '| --- | --- | --- | --- |',
    ...criteria
      .filter((one) => one.level === level)
      .map((one) => {
        const shown = one.shownBy.map(checkOf).join('; ');
        return `| ${one.criterion} ${one.name} | ${claimOf(one)} | ${one.remark} | ${shown} |`;
      }),
    '',
  ]);
  return [...preface, ...tables].join('\n');
}

const preface = [
  '# Accessibility conformance',
  '',
  'What the player and the courses built with it hold of the Web Content Accessibility Guidelines 2.2, levels A and AA, in the form of a VPAT. Made by `npm run conformance` from `tests/accessibility/criteria.json` and the results of the tests that it names: what a failed test shows is not claimed.',
  '',
  'The tests look at the flagship, at a course with every type of block and question, and at one in Arabic, in Chromium: with axe-core, by keyboard alone, by pointer, and in the accessibility tree. “By hand” means that somebody looked, in this version, and no test does. No test with people who use a screen reader has been made yet. What an author writes, draws or films is the author’s; the builder refuses what it can see to be missing.',
  '',
];
