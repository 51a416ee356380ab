/** The words of the trainer's documents: apart from the player's, so that no package carries them. */
import { type LocaleName, localeFor, locales } from '../index.ts';
import { type Values, type WordKey, type WordTable, wordsIn } from '../word.ts';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

type ClassroomKey = keyof typeof en;

/** As many languages as the player speaks: one that is forgotten here does not compile. */
export const classroomLocales = { ar, en, es, fr, ru, zh } as const satisfies Readonly<
  Record<LocaleName, WordTable<ClassroomKey>>
>;

/** Speaks the words of documents, and the player's where a view asks for them. */
export type ClassroomWord = (key: WordKey | ClassroomKey, values?: Values) => string;

/** @param language BCP 47 tag, as in the course; English where there are no words in it */
export function classroomWordsIn(language: string): ClassroomWord {
  const name = localeFor(language);
  return wordsIn(language, { ...locales[name], ...classroomLocales[name] });
}
