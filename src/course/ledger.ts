/**
 * The ledger of a course: every id that learners' progress speaks of, in the order in which it came into the course.
 * An id keeps its place for good, whatever is added, moved or taken out: a bookmark of an earlier version is read
 * by the places of its time. Pure.
 */

/** Entries such as `page welcome` or `question q-one single-choice`, the oldest first. Nothing is ever taken out. */
export type Ledger = readonly string[];

export const ledgerKinds = ['page', 'lesson', 'question', 'text', 'outcome'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** A question of another type under the same id is another question: its answers mean something else. */
export function ledgerEntry(kind: LedgerKind, id: string, type = ''): string {
  return [kind, id, type].filter(Boolean).join(' ');
}

/** The ledger with the entries that it lacks, at its end. */
export function extendLedger(ledger: Ledger, entries: readonly string[]): Ledger {
  return [...ledger, ...new Set(entries.filter((entry) => !ledger.includes(entry)))];
}

/** The entries of one kind; an entry's place is its index among them. */
export function entriesOfKind(ledger: Ledger, kind: LedgerKind): string[] {
  return ledger.filter((entry) => entry.startsWith(`${kind} `));
}
