/** A mistake in a course is a value: it is collected, sorted and shown, never thrown. */

/** What a rule finds: where in the course value, what is wrong with what was seen, how to mend it. */
export interface Mistake {
  /** JSON pointer into the value that the rule was given. */
  readonly pointer: string;
  /** What is wrong, with the value seen. A sentence. */
  readonly message: string;
  /** What is allowed and how to mend it. A sentence. */
  readonly hint: string;
  readonly severity?: 'error' | 'warning';
  /** The words of a long text that it is about: they are pointed at, not its beginning. */
  readonly quote?: string;
  /** Path of the file of the course folder that it is about, where that is not a place in the JSON. */
  readonly file?: string;
}

/** A mistake with its place in the author's files. `line` and `column` count from 1. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer within that file; empty for a whole file. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

/** One step of a JSON pointer, escaped as RFC 6901 says. */
export function pointerStep(step: string | number): string {
  if (typeof step === 'number') return `/${step}`;
  return `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The steps of a JSON pointer, unescaped. */
export function pointerSteps(pointer: string): string[] {
  if (pointer === '') return [];
  const steps = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return steps;
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `file:line:column: error: …` with the pointer and the way to mend it: clickable in editors and CI logs. */
export function formatProblem({ file, line, column, severity, pointer, message, hint }: Problem): string {
  const place = pointer === '' ? '' : `${pointer}: `;
  return `${file}:${line}:${column}: ${severity}: ${place}${message}\n  ${hint}`;
}
