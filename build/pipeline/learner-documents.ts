/** The documents of a package: one for each SCO and language, and where there are several languages a door to them. Pure. */
import type { Format } from '../../src/formats/format.ts';
import { directionOf } from '../../src/locales/direction.ts';
import { type Sco, scosOf, wholeCourse } from './scos.ts';
import { languageName } from './translation/language-name.ts';
import type { Version } from './translation/versions.ts';

/** A document as views see it: its `course` holds the marks of what stands in the source language, its outline none. */
export interface LearnerDocument extends Sco {
  readonly sourceLanguage: string;
  /** Where the same is in every language, this one among them; empty where there is one language. */
  readonly languages: readonly LanguageLink[];
}

export interface LanguageLink {
  readonly language: string;
  /** As the language calls itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly href: string;
  readonly isThis: boolean;
}

export function learnerDocuments(
  versions: readonly Version[],
  format: Pick<Format, 'hasScos'>,
): LearnerDocument[] {
  const languages = versions.map(({ course }) => course.language);
  return versions.flatMap((version) => {
    const { language } = version.course;
    const shown = withWhole(version.shown, format);
    return withWhole(version, format).map(
      (sco, index): LearnerDocument => ({
        ...(shown[index] ?? sco),
        outline: sco.outline,
        launch: inLanguage(sco.launch, language, languages),
        sourceLanguage: version.sourceLanguage,
        languages: linksTo(sco.launch, languages, language),
      }),
    );
  });
}

/** What is opened, and only leads on to a document in a language; none where there is one language. */
export function doorsOf(
  versions: readonly Version[],
  format: Pick<Format, 'hasScos'>,
): { readonly sco: Sco; readonly languages: readonly LanguageLink[] }[] {
  const [first] = versions;
  if (!first || versions.length < 2) return [];
  const languages = versions.map(({ course }) => course.language);
  return withWhole(first, format).map((sco) => ({ sco, languages: linksTo(sco.launch, languages, '') }));
}

/** The web has all lessons in one document, also where an LMS has one a lesson. */
function withWhole(typed: Parameters<typeof scosOf>[0], format: Pick<Format, 'hasScos'>): Sco[] {
  const scos = scosOf(typed, format);
  return scos.some(({ place }) => place) ? [...scos, wholeCourse(typed)] : scos;
}

/** `index.html` where there is one language, `index.fr.html` where there are several. */
export function inLanguage(launch: string, language: string, languages: readonly string[]): string {
  return languages.length < 2 ? launch : launch.replace(/\.html$/, `.${language}.html`);
}

function linksTo(launch: string, languages: readonly string[], own: string): LanguageLink[] {
  if (languages.length < 2) return [];
  return languages.map((language) => ({
    language,
    name: languageName(language),
    direction: directionOf(language),
    href: inLanguage(launch, language, languages),
    isThis: language === own,
  }));
}
