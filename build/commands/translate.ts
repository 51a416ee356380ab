/** `translate <folder>`: the texts of a course for translators, and back again. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import { oneOf } from '../pipeline/did-you-mean.ts';
import { placeIn } from '../pipeline/line-and-column.ts';
import { type ParsedCourse, parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { type Match, matchUnits } from '../pipeline/translation/match-units.ts';
import { readXliff, type Unit } from '../pipeline/translation/read-xliff.ts';
import { segmentsOf } from '../pipeline/translation/segments.ts';
import { checkXliff, sameLanguage, type Translation } from '../pipeline/translation/translations.ts';
import { writeXliff } from '../pipeline/translation/write-xliff.ts';
import { type Outcome, WrongUse } from './command.ts';
import { openCourse } from './open-course.ts';
import { type Place, writeWhole } from './place.ts';
import { problemLines } from './problem-lines.ts';

type Course = Extract<ParsedCourse, { readonly ok: true }>;

/**
 * @param wanted languages to write; all that the course names when there are none
 * @param taken  files that translators sent back
 */
export async function translate(
  base: string,
  name: string,
  wanted: readonly string[],
  taken: readonly string[],
): Promise<Outcome> {
  const folder = await openCourse(base, name);
  const parsed = parseCourse(folder);
  if (!parsed.ok) return { code: 1, out: [], err: problemLines(parsed.problems, 'nothing was written.') };
  const languages = parsed.translations.map(({ language }) => language);
  if (languages.length === 0)
    throw new WrongUse(
      `"${name}" has no translations. Name the languages in its course.json: "translations": ["fr"].`,
    );
  const unknown = wanted.find((one) => !languages.includes(one));
  if (unknown !== undefined)
    throw new WrongUse(
      `"${unknown}" is not among the translations of course.json, which are ${oneOf(languages)}.`,
    );
  const place: Place = { named: name, folder: resolve(base, name) };
  return taken.length > 0 ? takeBack(base, parsed, folder, taken, place) : writeAll(parsed, wanted, place);
}

async function writeAll(parsed: Course, wanted: readonly string[], place: Place): Promise<Outcome> {
  const chosen = parsed.translations.filter(
    ({ language }) => wanted.length === 0 || wanted.includes(language),
  );
  const out: string[] = [];
  for (const translation of chosen) out.push(await write(parsed, translation, place));
  return { code: 0, out, err: [] };
}

async function write(
  { course }: Course,
  { language, file, matches }: Translation,
  place: Place,
): Promise<string> {
  writeWhole(place, file, new TextEncoder().encode(writeXliff(course, language, matches)));
  return `${join(place.named, file)}  ${countsOf(matches)}`;
}

export function countsOf(matches: readonly Match[]): string {
  const count = (is: Match['is']) => matches.filter((match) => match.is === is).length;
  return `${matches.length} texts: ${count('translated')} translated, ${count('outdated')} outdated, ${count('missing')} missing`;
}

/** Files of translators go into the course's own; nothing is written where one of them has a mistake. */
async function takeBack(
  base: string,
  parsed: Course,
  folder: CourseFolder,
  taken: readonly string[],
  place: Place,
): Promise<Outcome> {
  const { course, types } = parsed;
  const segments = segmentsOf(course, types);
  const problems: Problem[] = [];
  const merged = new Map<string, Translation>();
  for (const path of taken) {
    const text = await readFile(resolve(base, path), 'utf8').catch(() => null);
    if (text === null) throw new WrongUse(`There is no file "${path}".`);
    const translation = translationOf(parsed, text);
    const before = translation && (merged.get(translation.language) ?? translation);
    // A file that says no language of the course is told so as one for its first.
    const language = before?.language ?? parsed.translations[0]?.language ?? '';
    const sent = checkXliff({ course, types, folder }, segments, language, path, text);
    problems.push(...sent.problems, ...strangers(segments, sent.units, path, text));
    if (before) merged.set(language, { ...before, matches: merge(before.matches, sent.matches) });
  }
  const err = problemLines(problems, 'nothing was written.');
  if (problems.some(({ severity }) => severity === 'error')) return { code: 1, out: [], err };
  const out: string[] = [];
  for (const translation of merged.values()) out.push(await write(parsed, translation, place));
  return { code: 0, out, err };
}

function translationOf({ translations }: Course, text: string): Translation | undefined {
  const read = readXliff(text);
  const target = 'message' in read ? '' : read.targetLanguage;
  return (
    translations.find(({ language }) => language.toLowerCase() === target.toLowerCase()) ??
    translations.find(({ language }) => sameLanguage(target, language))
  );
}

/** What came back wins; what the file has nothing for stays as it is. */
function merge(before: readonly Match[], sent: readonly Match[]): Match[] {
  return before.map((match, index) => {
    const back = sent[index];
    return back && back.is !== 'missing' ? back : match;
  });
}

/** Texts of the file that the course does not have: it has gone on, or the file is of another course. */
function strangers(
  segments: ReturnType<typeof segmentsOf>,
  units: readonly Unit[],
  file: string,
  text: string,
): Problem[] {
  const known = new Set(matchUnits(segments, units).map(({ unit }) => unit));
  const sources = new Set(segments.map(({ source }) => source));
  return units
    .filter((unit) => unit.target !== '' && !known.has(unit) && !sources.has(unit.source))
    .map((unit) => ({
      severity: 'warning',
      file,
      ...placeIn(text, unit.offset),
      pointer: '',
      message: `"${unit.id}" is no text of this course.`,
      hint: 'It is left out: the course has changed since the file was written, or the file is of another course.',
    }));
}
