/** Every language that the player speaks. `en` defines the keys; a language that lacks one does not compile. */
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import type { Words } from './word.ts';
import zh from './zh.json' with { type: 'json' };

export const locales = { ar, en, es, fr, ru, zh } as const satisfies Readonly<Record<string, Words>>;

export type LocaleName = keyof typeof locales;

/** The locale that speaks a language: its own, or English where the player has no words in it. @param language BCP 47 tag */
export function localeFor(language: string): LocaleName {
  const name = language.split('-')[0] ?? '';
  return Object.hasOwn(locales, name) ? (name as LocaleName) : 'en';
}
