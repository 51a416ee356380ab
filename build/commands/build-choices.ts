import { resolve } from 'node:path';
import type { BuildWishes } from './build-course.ts';

/** What the user of `build` said. */
export interface BuildChoices {
  /** Names of formats and documents; all when there is none. */
  readonly formats: readonly string[];
  /** Tags, or "together"; as the course says when there is none. */
  readonly languages: readonly string[];
  /** The folder for packages and documents, as the user named it. */
  readonly out: string;
  readonly json: boolean;
  readonly isFrozen: boolean;
  /** Whether what was built before may be used. */
  readonly usesCache: boolean;
  /** Most courses at a time, where there are several; 0 for one a core. */
  readonly jobs: number;
}

export function wishesOf(base: string, { formats, languages, out, isFrozen }: BuildChoices): BuildWishes {
  return { formats, languages, isFrozen, place: { named: out, folder: resolve(base, out) } };
}
