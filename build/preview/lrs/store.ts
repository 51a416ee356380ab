/** What the LRS keeps, in a file: it outlives a restart. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { JsonObject } from './checks.ts';
import type { Enrolment } from './cmi5-course.ts';
import type { Cmi5Session } from './cmi5-session.ts';

export type Statement = JsonObject & { readonly id: string };

export interface StoredDocument {
  readonly contentType: string;
  readonly content: string;
  readonly etag: string;
  /** RFC 3339. */
  readonly updated: string;
}

export interface Kept {
  /** In the order of their arrival. */
  statements: Statement[];
  documents: Record<string, StoredDocument>;
  sessions: Cmi5Session[];
  enrolments: Enrolment[];
}

export interface Store extends Kept {
  /** Writes down what was changed. */
  save(): void;
}

/** @param file where it is kept; null for in memory only */
export function openStore(file: string | null): Store {
  const kept: Kept =
    file && existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { statements: [], documents: {}, sessions: [], enrolments: [] };
  return {
    ...kept,
    save() {
      if (file === null) return;
      const { statements, documents, sessions, enrolments } = this;
      // Written beside and renamed: a restart in the middle finds the one or the other, never a half.
      writeFileSync(`${file}.part`, JSON.stringify({ statements, documents, sessions, enrolments }));
      renameSync(`${file}.part`, file);
    },
  };
}
