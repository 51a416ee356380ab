/** The language versions of a course: what a package holds of it. Pure. */
import type { Course } from '../../../src/course/course.ts';
import { assetFormats } from '../assets.ts';
import { fieldsOf } from '../course-fields.ts';
import type { TypedCourse } from '../course-types.ts';
import { marked } from '../source-passages.ts';
import { segmentsOf } from './segments.ts';
import { setAt, translateValue, valueAt } from './translate-value.ts';
import { type Translation, translatedLanguages } from './translations.ts';

/** The name of all languages in one package, where another would be a tag. */
export const together = 'together';

/** A course in one language. `course` is for all that is not shown as HTML. */
export interface Version extends TypedCourse {
  /** The same course for views: what stands in the source language is marked. */
  readonly shown: TypedCourse;
  /** Language that the course is written in: that of the marked texts. */
  readonly sourceLanguage: string;
}

interface Translated extends TypedCourse {
  readonly translations: readonly Translation[];
}

/** Every language of a course: its own first, then its translations in the order in which it names them. */
export function languagesOf(course: Course): string[] {
  return [course.language, ...translatedLanguages(course)];
}

/** Which languages make a package, where nobody asks for others: one for each, or all in one. */
export function packagedLanguages(course: Course): string[][] {
  const all = languagesOf(course);
  return course.languages === together ? [all] : all.map((language) => [language]);
}

/**
 * @param languages of the package, the first of which is that of its manifest
 * @param files     of the course folder: a file `translations/fr/media/map.svg` stands for `media/map.svg` in French
 */
export function versionsOf(
  typed: Translated,
  languages: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
): Version[] {
  const own = languages.length > 1 ? structuredClone(typed.course) : typed.course;
  const source = versionIn(typed, own, own);
  const all = languages.map((language) => {
    const translation = typed.translations.find((one) => one.language === language);
    return translation ? translatedVersion(typed, translation, files) : source;
  });
  acceptAll(typed, all.includes(source) ? all : [...all, source]);
  return all;
}

function versionIn({ types, ledger, course: source }: TypedCourse, course: Course, shown: Course): Version {
  const typed = { types, ledger };
  return { ...typed, course, shown: { ...typed, course: shown }, sourceLanguage: source.language };
}

function translatedVersion(
  typed: Translated,
  { language, matches }: Translation,
  files: ReadonlyMap<string, Uint8Array>,
): Version {
  const [course, shown] = [(text: string) => text, marked].map((inSource) => {
    const translated = translateValue(typed.course, matches, inSource);
    for (const { pointer, format, value } of fieldsOf(typed).fields) {
      const own = `translations/${language}/${value}`;
      if (isFile(format) && files.has(own)) setAt(translated, pointer, own);
    }
    return { ...translated, language };
  }) as [Course, Course];
  return versionIn(typed, course, shown);
}

function isFile(format: string): boolean {
  return format === 'classroom-asset' || (assetFormats as readonly string[]).includes(format);
}

/** Whoever answers in one language and goes on in another stays right: an answer of any of them is accepted in each. */
function acceptAll(typed: Translated, versions: readonly Version[]): void {
  if (versions.length < 2) return;
  const lists = segmentsOf(typed.course, typed.types)
    .filter(({ kind }) => kind === 'answer')
    .flatMap(({ pointers }) => pointers)
    .filter((pointer) => pointer.endsWith('/accepted'));
  for (const pointer of lists) {
    const accepted = versions.map(({ course }) => valueAt(course, pointer) as readonly string[]);
    versions.forEach((version, index) => {
      if (version.course === typed.course) return;
      const all = [...new Set([...(accepted[index] ?? []), ...accepted.flat()])];
      for (const course of [version.course, version.shown.course]) setAt(course, pointer, all);
    });
  }
}
