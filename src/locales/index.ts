/** Every language that the player speaks. `en` defines the keys; a language that lacks one does not compile. */
import en from './en.json' with { type: 'json' };
import type { Words } from './word.ts';

export const locales = { en } as const satisfies Readonly<Record<string, Words>>;
