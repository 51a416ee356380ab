import { closest, distance } from 'fastest-levenshtein';

/** `Did you mean "…"?` with the nearest of what is known, or nothing where none is near. */
export function didYouMean(seen: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const near = closest(seen, known);
  return distance(seen, near) <= Math.max(2, seen.length / 3) ? `Did you mean "${near}"?` : '';
}

/** What is allowed, in a list that a reader can still take in. */
export function oneOf(known: readonly string[]): string {
  const shown = known.slice(0, 12).map((one) => `"${one}"`);
  return shown.join(', ') + (known.length > shown.length ? ` and ${known.length - shown.length} more` : '');
}
