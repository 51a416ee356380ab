/** When a learner has earned the certificate, and what stands on it. Pure. */
import { type CourseOutline, outlinePages } from '../course/outline.ts';
import { checkCode } from './check-code.ts';
import { completionOf, isPageDone, successOf } from './completion.ts';
import { scoredPages } from './scoring.ts';
import type { SessionState } from './state.ts';

export interface CertificateStanding {
  readonly isEarned: boolean;
  /** Pages that are not done. */
  readonly pages: number;
  /** Whether an assessment is still to be passed. */
  readonly isToBePassed: boolean;
}

/** Complete, and passed where there is something to pass. */
export function certificateStanding(outline: CourseOutline, state: SessionState): CertificateStanding {
  const isJudged = !import.meta.asksNothing && outline.passMark !== null && scoredPages(outline).length > 0;
  const isToBePassed = isJudged && successOf(outline, state) !== 'passed';
  return {
    isEarned: completionOf(outline, state) === 'completed' && !isToBePassed,
    pages: outlinePages(outline).filter((page) => !page.assessment && !isPageDone(outline, state, page))
      .length,
    isToBePassed,
  };
}

export type Fact = readonly [label: string, value: string];

/** As the facts stand in a file, with the code over them in the last line: `receipt` checks it. */
export function certificateLines(facts: readonly Fact[], codeLabel: string): string[] {
  const lines = facts.map(([label, value]) => `${label}: ${value}`);
  return [...lines, `${codeLabel}: ${checkCode(lines)}`];
}

/** A name as SCORM has it, “Last, First”, as people say it. Any other is left as it is. */
export function spokenName(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  return more.length === 0 && first !== '' && last !== '' ? `${first} ${last}` : name.trim();
}
