/** Files in, a course out, or every mistake in them at once: syntax, then schema, then the rules across fields. Pure. */
import { type Course, courseSchema } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { Mistake, Problem } from '../../src/course/problem.ts';
import { assembleValue } from './assemble-value.ts';
import { checkSchema } from './check-schema.ts';
import { courseLedger } from './course-ledger.ts';
import { courseTypes, type TypedCourse } from './course-types.ts';
import type { CourseFolder } from './read-course.ts';
import { rules } from './rules/index.ts';
import { readTranslations, type Translation } from './translation/translations.ts';

export type ParsedCourse =
  | (TypedCourse & {
      readonly ok: true;
      readonly problems: readonly Problem[];
      readonly locate: Locate;
      /** One for each of the course's `translations`. */
      readonly translations: readonly Translation[];
    })
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Locate = (mistake: Mistake) => Problem;

/** A course whose problems are warnings only is a course. A folder is parsed once, whatever is made of it. */
export function parseCourse(folder: CourseFolder): ParsedCourse {
  const known = parsed.get(folder);
  if (known) return known;
  const made = parseAnew(folder);
  parsed.set(folder, made);
  return made;
}

const parsed = new WeakMap<CourseFolder, ParsedCourse>();

function parseAnew(folder: CourseFolder): ParsedCourse {
  const { value, problems: inFiles, included, locate } = assembleValue(folder);
  const { types, problems: inTypes } = courseTypes(folder);
  const { ledger, problems: inLedger } = courseLedger(folder);
  const before = [...inFiles, ...inTypes, ...inLedger];
  if (before.length > 0) return { ok: false, problems: inOrder(before) };
  const inSchema = checkSchema(value, types).map(locate);
  if (inSchema.length > 0) return { ok: false, problems: inOrder(inSchema) };

  const course = value as Course;
  const input = { course, ...walk(course, courseSchema, types), files: folder.files, included };
  const found = rules.flatMap((rule) => rule(input)).map(locate);
  const { translations, problems: inTranslations } = readTranslations({ course, types, folder }, locate);
  const problems = inOrder([...found, ...inTranslations]);
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };
  return { ok: true, course, types, ledger, problems, locate, translations };
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
