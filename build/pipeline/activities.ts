/** The course as statements name it: titles and what there is to choose, in plain text. Pure. */
import type { Question } from '../../src/course/block.ts';
import { type Course, courseSchema, type Page, poolOf } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import type { CourseActivities, CourseLrs, QuestionActivity } from '../../src/formats/xapi/activities.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import type { Components } from '../../src/questions/logic.ts';
import type { TypedCourse } from './course-types.ts';
import { renderPlain } from './markdown.ts';
import { questionIn } from './outline-course.ts';
import type { Locate } from './parse-course.ts';

/**
 * Null where the course has no IRI.
 * @param lrs what the author says of an LRS that is told besides the LMS; null in packages that tell none
 */
export function courseActivities(typed: TypedCourse, lrs: CourseLrs | null): CourseActivities | null {
  const { course } = typed;
  if (course.iri === undefined) return null;
  return {
    iri: course.iri,
    title: course.title,
    version: course.version,
    language: course.language,
    lessons: course.lessons.map(({ id, title, pages }) => ({
      id,
      title,
      pages: pages.map((page) => ({ id: page.id, title: page.title })),
    })),
    questions: Object.fromEntries(
      course.lessons
        .flatMap(({ pages }) => pages)
        .flatMap((page) => questionsOn(typed, page).map((one) => [one.id, questionActivity(page, one)])),
    ),
    outcomes: Object.fromEntries(
      course.outcomes.map(({ id, text, short }) => [id, short ?? renderPlain(text)]),
    ),
    ...(lrs && { lrs }),
  };
}

/** Those of its blocks, and those that its assessment may ask. */
function questionsOn({ course, types }: TypedCourse, page: Page): Question[] {
  const { typed } = walk({ ...course, banks: [], lessons: [{ pages: [page] }] }, courseSchema, types);
  const own = typed.flatMap(({ type, value }) => questionIn(type, value) ?? []);
  return page.assessment ? [...own, ...poolOf(course, page.assessment)] : own;
}

// Names are for lists in reports: a whole story is not.
const longest = 500;

function questionActivity(page: Page, question: Question): QuestionActivity {
  const type: QuestionType = questionTypes[question.type as keyof typeof questionTypes];
  const components = type.components?.(question as never) ?? {};
  const plain = Object.entries(components).map(([list, items]) => [
    list,
    items.map(({ id, text }) => ({ id, ...(text !== undefined && { text: plainText(text) }) })),
  ]);
  return {
    page: page.id,
    prompt: plainText(question.prompt),
    components: Object.fromEntries(plain) as Components,
  };
}

function plainText(markdown: string): string {
  const text = renderPlain(markdown).replace(/\s+/g, ' ').trim();
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The LRS that a package of this format tells besides the LMS; null for none. */
export function lrsBesides(
  { lrs }: Course,
  { lrsBesides: which }: Pick<Format, 'lrsBesides'>,
): CourseLrs | null {
  if (!lrs || !which) return null;
  if (which === 'named') return lrs;
  const { endpoint: _, auth: __, ...rest } = lrs;
  return rest;
}

/** A format that knows a course by its IRI is built only where there is one: one made up would change with its maker. */
export function iriProblems(course: Course, format: Format, locate: Locate): Problem[] {
  if (!format.needsIri || course.iri !== undefined) return [];
  return [
    locate({
      pointer: '',
      message: `"iri" is missing: ${format.title} knows a course by it.`,
      hint: 'Add "iri", a web address in a domain of yours, such as "https://example.org/courses/first-aid". Nothing needs to be there, but it must never change: learners’ records hang on it.',
    }),
  ];
}
