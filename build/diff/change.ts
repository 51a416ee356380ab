/** What changes when a new version of a package takes the place of an old one: data, told later. Pure. */

/** `loss`: progress of learners is lost. `warning`: somebody will notice and ask. `note`: good to know. */
export type Severity = 'loss' | 'warning' | 'note';

/** Whom a change concerns: learners who are under way, learners who are done, the LMS, and the author. */
export type Audience = 'in-progress' | 'done' | 'lms' | 'author';

/** What it means to somebody. */
export interface Meaning {
  readonly for: Audience;
  /** Learners `keep` it, `lose` it, have to do it `anew`, or meet it changed. */
  readonly effect: 'keep' | 'lose' | 'anew' | 'change';
  /** A sentence or two. */
  readonly text: string;
}

export interface Change {
  /** What sort of change it is, for machines: `page-removed`, `mastery-changed`. */
  readonly kind: string;
  readonly severity: Severity;
  /** The id of what changed; of a page, a question, a text, an outcome, an item. */
  readonly id: string;
  /** What changed. A sentence. */
  readonly what: string;
  readonly means: readonly Meaning[];
}

export function change(
  kind: string,
  severity: Severity,
  id: string,
  what: string,
  ...means: readonly Meaning[]
): Change {
  return { kind, severity, id, what, means };
}

export const keep = (text: string): Meaning => ({ for: 'in-progress', effect: 'keep', text });
export const lose = (text: string): Meaning => ({ for: 'in-progress', effect: 'lose', text });
export const anew = (text: string): Meaning => ({ for: 'in-progress', effect: 'anew', text });
export const meet = (text: string): Meaning => ({ for: 'in-progress', effect: 'change', text });
export const done = (text: string): Meaning => ({ for: 'done', effect: 'change', text });
export const lms = (text: string): Meaning => ({ for: 'lms', effect: 'change', text });
export const author = (text: string): Meaning => ({ for: 'author', effect: 'change', text });

/** A title and its id, as people and files know it. */
export function named(title: string, id: string): string {
  return title === '' ? `"${id}"` : `“${shortened(title)}” ("${id}")`;
}

/** As much of a text as fits a line. */
export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`;
}

/** `1 page`, `3 pages`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Ids in a list that a reader can still take in. */
export function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).map((id) => `"${id}"`);
  return shown.join(', ') + (ids.length > shown.length ? ` and ${ids.length - shown.length} more` : '');
}
