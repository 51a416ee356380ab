/** What came of one format: facts for machines, from which the lines for people are made. */
import type { Ledger } from '../../src/course/ledger.ts';
import type { Problem } from '../../src/course/problem.ts';

/** A file that was written. */
export interface Written {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Of its content; see build/cache/fingerprint.ts. */
  readonly fingerprint: string;
  /** Of the files in it, where it is a package. */
  readonly parts: readonly (readonly [path: string, fingerprint: string])[];
  /** As people read of it, without what has changed. */
  readonly line: string;
  /** What machines are told besides path and size. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export type Made =
  | {
      readonly ok: true;
      /** Warnings. */
      readonly problems: readonly Problem[];
      readonly files: readonly Written[];
      /** Why there are no files, where there are none. A line. */
      readonly without?: string;
      /** What the course's ledger is to hold, where a package was made. */
      readonly ledger?: Ledger;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
