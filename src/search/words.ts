/** The words of a text and where they stand, for languages that part them by spaces and for those that do not. Pure. */
import { fold } from './fold.ts';

export interface FoundWord {
  readonly word: string;
  /** Place of its first character, and of the first after it. */
  readonly start: number;
  readonly end: number;
}

/** Scripts that write words without spaces between them: each character is looked at by itself. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const wordPattern = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

export function wordsOf(text: string): FoundWord[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: found, index }) => {
    const word = fold(found);
    return word === '' ? [] : [{ word, start: index, end: index + found.length }];
  });
}

/**
 * What is to be found for a query: each term is one word, or several characters in a row where words are not spaced.
 * @param language BCP 47 tag, for the browser to part words that are not spaced
 */
export function termsOf(query: string, language: string): string[][] {
  const terms: string[][] = [];
  let run = '';
  const endRun = () => {
    terms.push(...partsOf(run, language).map((part) => [...part]));
    run = '';
  };
  let last = 0;
  for (const { word, start, end } of wordsOf(query)) {
    if (!isUnspaced.test(word) || start > last) endRun();
    if (isUnspaced.test(word)) run += word;
    else terms.push([word]);
    last = end;
  }
  endRun();
  return terms;
}

/** Words by the browser's dictionary; without one, pairs of characters. */
function partsOf(run: string, language: string): string[] {
  if (run === '') return [];
  if ('Segmenter' in Intl)
    return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(run)].map(
      ({ segment }) => segment,
    );
  return run.match(/..?/gu) ?? [];
}
