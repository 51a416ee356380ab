/** The player's own words: looked up by key, filled in, with plurals by the language's rules. */
import type en from './en.json';
import { numberIn } from './number.ts';

export type WordKey = keyof typeof en;

/** One text, or one for each plural category of the language (CLDR: zero, one, two, few, many, other). */
export type WordTable<Key extends string> = Readonly<Record<Key, string | PluralForms>>;
export type Words = WordTable<WordKey>;
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

export type Values = Readonly<Record<string, string | number>>;
export type Word = (key: WordKey, values?: Values) => string;

/** Letters of scripts that are written from the right. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * The words of one language. Numbers are written as the language writes them; `{count}` chooses the plural. A text that
 * is filled in and runs the other way is isolated, so that what stands around it keeps its order.
 * @param language BCP 47 tag, as in the course
 */
export function wordsIn<Key extends string>(
  language: string,
  words: Partial<WordTable<Key>>,
): (key: Key, values?: Values) => string {
  const plural = new Intl.PluralRules(language);
  const number = numberIn(language, 1);
  return (key, values = {}) => {
    const entry: string | PluralForms = words[key] ?? '';
    const text =
      typeof entry === 'string' ? entry : (entry[plural.select(Number(values.count))] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      if (typeof value === 'number') return number(value);
      return rightToLeft.test(text) === rightToLeft.test(value) ? value : `\u2068${value}\u2069`;
    });
  };
}

/** What the tools say, by the language of the course as its document says it. */
export type ToolWords = Readonly<Record<string, Partial<Words>>>;

/** What the tools say: it travels in their script and not with every course. */
export function toolWords(words: Words): Partial<Words> {
  return Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith('tools.')));
}
