/** What is other in a package than in the one that was built there before. Pure. */
import type { Written } from './made.ts';

type Known = Pick<Written, 'fingerprint' | 'parts'>;

/** @returns an ending for a line; empty where nothing is known of an earlier one */
export function whatChanged(before: Known | null, now: Known): string {
  if (before === null) return '';
  if (before.fingerprint === now.fingerprint) return '; unchanged';
  if (before.parts.length === 0 || now.parts.length === 0) return '; changed';
  const changed = changedFiles(new Map(before.parts), new Map(now.parts));
  return changed.length > 0 ? `; ${named(changed)}` : '';
}

type Fingerprints = ReadonlyMap<string, string>;

/** Files that changed, came and went, as `lessons/one.json (new)`. */
export function changedFiles(before: Fingerprints, now: Fingerprints): string[] {
  const paths = [...new Set([...now.keys(), ...before.keys()])].sort();
  return paths.flatMap((path) => {
    if (before.get(path) === now.get(path)) return [];
    const what = !before.has(path) ? 'new' : !now.has(path) ? 'gone' : 'changed';
    return [`${path} (${what})`];
  });
}

/** Names in a list that a reader can still take in. */
export function named(paths: readonly string[]): string {
  const more = paths.length - most;
  return paths.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const most = 4;
