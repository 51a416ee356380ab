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

/** How alike two texts are, from 0 to 1, capitals aside; an empty one is like nothing. */
export function likeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return 1 - distance(a, b) / Math.max(a.length, b.length);
}
