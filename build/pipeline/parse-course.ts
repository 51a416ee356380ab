/** Files in, a course out, or every mistake in them at once: syntax, then schema, then the rules across fields. Pure. */
import type { Course } from '../../src/course/course.ts';
import type { Mistake, Problem } from '../../src/course/problem.ts';
import { assembleValue } from './assemble-value.ts';
import { checkSchema } from './check-schema.ts';
import { fieldsOf } from './course-fields.ts';
import { courseLedger } from './course-ledger.ts';
import { courseTypes, type TypedCourse } from './course-types.ts';
import type { CourseFolder } from './read-course.ts';
import { rules } from './rules/index.ts';
import { readTranslation, type Translation, translatedLanguages } from './translation/translations.ts';

export type ParsedCourse =
  | (TypedCourse & {
      readonly ok: true;
      readonly problems: readonly Problem[];
      readonly locate: Locate;
      /** Of the languages that were asked for, in the order in which the course names them. */
      readonly translations: readonly Translation[];
    })
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Locate = (mistake: Mistake) => Problem;

/**
 * A course whose problems are warnings only is a course. A folder is checked once, whatever is made of it.
 * @param languages whose translations are read and checked; all that the course has when left out
 */
export function parseCourse(folder: CourseFolder, languages?: readonly string[]): ParsedCourse {
  const own = checked.get(folder) ?? checkCourse(folder);
  checked.set(folder, own);
  if (!('course' in own)) return { ok: false, problems: own.problems };
  const wanted = translatedLanguages(own.course).filter((one) => languages?.includes(one) ?? true);
  const read = wanted.map((language) => readTranslation({ ...own, folder }, language));
  const problems = inOrder([...own.problems, ...read.flatMap((one) => one.problems)]);
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return { ...own, ok: true, problems, translations: read.map(({ translation }) => translation) };
}

/** What fits the schema, in its own language; its problems alone where it does not. */
type CheckedCourse =
  | (TypedCourse & { readonly problems: readonly Problem[]; readonly locate: Locate })
  | { readonly problems: readonly Problem[] };

const checked = new WeakMap<CourseFolder, CheckedCourse>();

function checkCourse(folder: CourseFolder): CheckedCourse {
  const { value, problems: inFiles, included, locate } = assembleValue(folder);
  const { types, problems: inTypes } = courseTypes(folder);
  const { ledger, problems: inLedger } = courseLedger(folder);
  const before = [...inFiles, ...inTypes, ...inLedger];
  if (before.length > 0) return { problems: inOrder(before) };
  const inSchema = checkSchema(value, types).map(locate);
  if (inSchema.length > 0) return { problems: inOrder(inSchema) };

  const course = value as Course;
  const input = { course, ...fieldsOf({ course, types }), files: folder.files, included };
  return { course, types, ledger, locate, problems: rules.flatMap((rule) => rule(input)).map(locate) };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
