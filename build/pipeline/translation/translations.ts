/** The translations in a course folder, matched with its texts, and every mistake in them. Pure. */
import type { Course } from '../../../src/course/course.ts';
import { type Mistake, type Problem, pointerStep } from '../../../src/course/problem.ts';
import { fieldsOf } from '../course-fields.ts';
import type { CourseTypes } from '../course-types.ts';
import { oneOf } from '../did-you-mean.ts';
import { placeIn } from '../line-and-column.ts';
import type { CourseFolder } from '../read-course.ts';
import { typesAgree } from '../rules/blocks.ts';
import { charactersCanBeShown } from '../rules/characters.ts';
import type { Rule } from '../rules/rule.ts';
import { linksLeadSomewhere, markdownIsPlain } from '../rules/text.ts';
import { eachText } from '../rules/text-rule.ts';
import { type Match, matchUnits } from './match-units.ts';
import { readXliff, type Unit } from './read-xliff.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { shapeMistakes } from './text-shape.ts';
import { translateValue } from './translate-value.ts';

/** A course in one more language. */
export interface Translation {
  readonly language: string;
  /** Every text of the course, in reading order. */
  readonly matches: readonly Match[];
  /** Path of its file in the course folder. */
  readonly file: string;
}

export const translationFile = (language: string) => `translations/${language}.xlf`;

interface CourseToTranslate {
  readonly course: Course;
  readonly types: CourseTypes;
  readonly folder: CourseFolder;
}

/** The languages that a course is translated into, in its order. */
export function translatedLanguages({ language, translations = [] }: Course): string[] {
  return translations.filter((one) => one !== language);
}

interface ReadTranslation {
  readonly translation: Translation;
  readonly problems: readonly Problem[];
}

/** A translation of a course is read once, whatever is made of it. */
export function readTranslation(input: CourseToTranslate, language: string): ReadTranslation {
  const { course, types } = input;
  const known = read.get(course) ?? { segments: segmentsOf(course, types), byLanguage: new Map() };
  read.set(course, known);
  const made = known.byLanguage.get(language) ?? readAnew(input, known.segments, language);
  known.byLanguage.set(language, made);
  return made;
}

const read = new WeakMap<
  Course,
  { readonly segments: readonly Segment[]; readonly byLanguage: Map<string, ReadTranslation> }
>();

function readAnew(input: CourseToTranslate, segments: readonly Segment[], language: string): ReadTranslation {
  const { folder } = input;
  const file = translationFile(language);
  const content = folder.files.get(file);
  if (content === undefined)
    return { translation: { language, file, matches: matchUnits(segments, []) }, problems: [] };
  const text = new TextDecoder().decode(content);
  const { matches, problems } = checkXliff(input, segments, language, `${folder.name}/${file}`, text);
  return { translation: { language, file, matches }, problems };
}

/** A file of translations, matched with the texts of the course. @param file as problems tell it */
export function checkXliff(
  input: CourseToTranslate,
  segments: readonly Segment[],
  language: string,
  file: string,
  text: string,
): { matches: readonly Match[]; units: readonly Unit[]; problems: readonly Problem[] } {
  const problemAt = (offset: number, message: string, hint: string): Problem => {
    return { severity: 'error', file, ...placeIn(text, offset), pointer: '', message, hint };
  };
  const read = readXliff(text);
  if ('message' in read)
    return { matches: [], units: [], problems: [problemAt(read.offset, read.message, read.hint)] };
  const { course } = input;
  const wrong = [
    ...(sameLanguage(read.sourceLanguage, course.language)
      ? []
      : [['from', read.sourceLanguage, course.language]]),
    ...(sameLanguage(read.targetLanguage, language) ? [] : [['to', read.targetLanguage, language]]),
  ];
  if (wrong.length > 0) {
    const problems = wrong.map(([side, has, wanted]) =>
      problemAt(0, `this file translates ${side} "${has}".`, `It has to be ${side} "${wanted}".`),
    );
    return { matches: [], units: [], problems };
  }
  const matches = matchUnits(segments, read.units);
  const shapes = matches.flatMap(({ segment, unit, is }) =>
    is === 'missing' || !unit
      ? []
      : shapeMistakes(segment, unit.source, unit.target).map(({ message, hint }) =>
          problemAt(unit.offset, `${segment.id}: ${message}`, hint),
        ),
  );
  const broken = shapes.length > 0 ? [] : ruleProblems(input, matches, problemAt);
  return { matches, units: read.units, problems: [...shapes, ...broken] };
}

/** A tool may write "fr-FR" for "fr". */
export function sameLanguage(written: string, wanted: string): boolean {
  const [one, other] = [written, wanted].map((tag) => tag.replace('_', '-').toLowerCase());
  return one === other || one?.split('-')[0] === other;
}

/** Rules that a text can break in translation, whatever its source does. */
const rules: readonly Rule[] = [
  typesAgree,
  eachText([charactersCanBeShown, markdownIsPlain]),
  linksLeadSomewhere,
];

function ruleProblems(
  { course, types, folder }: CourseToTranslate,
  matches: readonly Match[],
  problemAt: (offset: number, message: string, hint: string) => Problem,
): Problem[] {
  const translated = translateValue(course, matches, (text) => text);
  const input = {
    course: translated,
    ...fieldsOf({ course: translated, types }),
    files: folder.files,
    included: new Set<string>(),
  };
  return rules
    .flatMap((rule) => rule(input))
    .flatMap(({ pointer, message, hint, severity = 'error' }) => {
      const match = matches.find(
        ({ is, segment }) =>
          is !== 'missing' &&
          segment.pointers.some(
            (one) => one === pointer || pointer.startsWith(`${one}/`) || one.startsWith(`${pointer}/`),
          ),
      );
      if (!match?.unit) return [];
      return [{ ...problemAt(match.unit.offset, `${match.segment.id}: ${message}`, hint), severity }];
    });
}

/** What a translation lacks: the whole in a line, and on demand each text with its place. */
export function translationWarnings(
  { language, matches, file }: Translation,
  course: Course,
  folder: CourseFolder,
  locate: (mistake: Mistake) => Problem,
  isEachTold: boolean,
): Problem[] {
  const of = (is: Match['is']) => matches.filter((match) => match.is === is);
  const [missing, outdated] = [of('missing'), of('outdated')];
  if (missing.length + outdated.length === 0) return [];
  const index = (course.translations ?? []).indexOf(language);
  const whole = locate({
    severity: 'warning',
    pointer: `/translations${pointerStep(index)}`,
    message: `"${language}" lacks ${missing.length} of ${matches.length} texts, and ${outdated.length} are outdated.`,
    hint: `What is missing is shown in "${course.language}". "coursewright translate" puts all of it into ${file}; "validate --translations" names each.`,
  });
  if (!isEachTold) return [whole];
  const text = new TextDecoder().decode(folder.files.get(file));
  return [
    whole,
    ...missing.map(({ segment }) =>
      locate({
        severity: 'warning',
        pointer: segment.pointers[0] ?? '',
        message: `"${segment.id}" is not translated into "${language}".`,
        hint: `It is shown in "${course.language}".`,
      }),
    ),
    ...outdated.map(
      ({ segment, unit }): Problem => ({
        severity: 'warning',
        file: `${folder.name}/${file}`,
        ...placeIn(text, unit?.offset ?? 0),
        pointer: '',
        message: `"${segment.id}" is outdated: its source changed, or somebody has to look at it again.`,
        hint: 'Mend the target, and take its state "needs-review-translation" away.',
      }),
    ),
  ];
}

export function nameProblem(languages: readonly string[], wanted: string): string {
  return languages.length > 0
    ? `The course is translated into ${oneOf(languages)}.`
    : `Write "translations": ["${wanted}"] into course.json.`;
}
