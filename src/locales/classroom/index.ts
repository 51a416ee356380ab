/** The words of the trainer's documents: apart from the player's, so that no package carries them. */
import { locales } from '../index.ts';
import { type Values, type WordKey, type WordTable, wordsIn } from '../word.ts';
import en from './en.json' with { type: 'json' };

type ClassroomKey = keyof typeof en;

/** As many languages as the player speaks: one that is forgotten here does not compile. */
const classroomLocales = { en } as const satisfies Readonly<
  Record<keyof typeof locales, WordTable<ClassroomKey>>
>;

/** Speaks the words of documents, and the player's where a view asks for them. */
export type ClassroomWord = (key: WordKey | ClassroomKey, values?: Values) => string;

/** @param language BCP 47 tag, as in the course; English where there are no words in it */
export function classroomWordsIn(language: string): ClassroomWord {
  const name = language.split('-')[0] as keyof typeof locales;
  return wordsIn(language, {
    ...(locales[name] ?? locales.en),
    ...(classroomLocales[name] ?? classroomLocales.en),
  });
}
