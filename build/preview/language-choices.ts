/** The languages in which the emulator can show a course, and all of them in one package. Pure. */
import { languageName } from '../pipeline/translation/language-name.ts';
import { languagesOf, packagedLanguages, together } from '../pipeline/translation/versions.ts';
import type { LanguageChoice } from './state.ts';

/** A choice, and what is built for it. */
export interface PackagedLanguages extends LanguageChoice {
  readonly languages: readonly string[];
}

/** None to choose from where there is but one. */
export function languageChoices(parsed: Parameters<typeof languagesOf>[0]): PackagedLanguages[] {
  const all = languagesOf(parsed);
  const each = all.map((language) => ({
    name: language,
    title: `${languageName(language)} (${language})`,
    languages: [language],
  }));
  return all.length < 2 ? each : [...each, { name: together, title: 'All in one package', languages: all }];
}

/** The one that was asked for; as the course says, where none was or it has gone from the course. */
export function chosenLanguage(
  parsed: Parameters<typeof packagedLanguages>[0],
  choices: readonly PackagedLanguages[],
  wanted: string | null,
): PackagedLanguages {
  const asked = choices.find(({ name }) => name === wanted);
  const isTogether = (packagedLanguages(parsed)[0] ?? []).length > 1;
  return asked ?? ((isTogether ? choices.at(-1) : choices[0]) as PackagedLanguages);
}
