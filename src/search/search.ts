/** Finds the passages that hold every word of a query, or a word that begins with it. Pure. */
import { type FoundWord, termsOf, wordsOf } from './words.ts';

export interface Passage {
  /** Id of the page it stands on. */
  readonly page: string;
  readonly text: string;
  /** Whether it is the title of its page. */
  readonly isTitle: boolean;
}

export interface Hit<Found extends Passage> {
  readonly passage: Found;
  /** The words that were looked for: where each begins, and where it ends. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/**
 * The best first: titles, then whole words before beginnings of words, then as the course has them. A word of the
 * query may stand in the title of the page, as long as another one stands in the passage.
 * @param language BCP 47 tag
 */
export function createSearch<Found extends Passage>(
  passages: readonly Found[],
  language: string,
): (query: string) => Hit<Found>[] {
  const indexed = passages.map((passage) => ({ passage, words: wordsOf(passage.text) }));
  const titles = new Map(
    indexed.filter(({ passage }) => passage.isTitle).map(({ passage, words }) => [passage.page, words]),
  );
  return (query) => {
    const terms = termsOf(query, language);
    if (terms.length === 0) return [];
    const hits = indexed.flatMap(({ passage, words }) => {
      const found = terms.map((term) => placesOf(term, words));
      const isHit =
        found.some((places) => places.length > 0) &&
        terms.every(
          (term, index) => found[index]?.length || placesOf(term, titles.get(passage.page) ?? []).length,
        );
      if (!isHit) return [];
      const places = found.flat();
      const whole = places.filter(({ isWhole }) => isWhole).length;
      const marks = places.map(({ start, end }) => [start, end] as const).sort(([a], [b]) => a - b);
      return [{ passage, marks: apart(marks), rank: (passage.isTitle ? 1000 : 0) + Math.min(whole, 999) }];
    });
    return hits.sort((a, b) => b.rank - a.rank);
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
}

function placesOf(term: readonly string[], words: readonly FoundWord[]): Place[] {
  const [first = '', ...rest] = term;
  return words.flatMap(({ word, start, end }, index) => {
    if (!begins(word, first)) return [];
    if (rest.length === 0) return [{ start, end, isWhole: word === first }];
    const row = words.slice(index, index + term.length);
    const isRow = row.length === term.length && row.every(({ word }, n) => begins(word, term[n] ?? ''));
    const isWhole = isRow && row.every(({ word }, n) => word === term[n]);
    return isRow ? [{ start, end: row.at(-1)?.end ?? start, isWhole }] : [];
  });
}

/** Arabic writes "and", "in", "for" and the article onto the word. */
const attached = /^[وف]?(?:[بك]?ال|لل|[بلك])?(?=..)/;

function begins(word: string, wanted: string): boolean {
  return word.startsWith(wanted) || (/^[ء-ي]/.test(word) && word.replace(attached, '').startsWith(wanted));
}

function apart(marks: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return marks.filter(([start], index) => index === 0 || start >= (marks[index - 1]?.[1] ?? 0));
}
