/**
 * The SCOs of a course: what an LMS opens one by one, each with its own document, status, score and time. Either one
 * with all lessons, or one a lesson: then each is a course of its own, with what that lesson needs. Pure.
 */
import { type Course, courseSchema, type Lesson, pagesOf } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import { pointerStep } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import type { TypedCourse } from './course-types.ts';
import { outlineCourse } from './outline-course.ts';
import { withoutMarks } from './source-passages.ts';

/** Its `course` is what this SCO teaches: the whole, or one lesson of it. */
export interface Sco extends TypedCourse {
  readonly outline: CourseOutline;
  /** The file that the LMS opens. */
  readonly launch: string;
  /** Where in the author's course it stands. */
  readonly pointer: string;
  /** Its place among the lessons; null where it is the whole course. */
  readonly place: LessonPlace | null;
}

export interface LessonPlace {
  /** Title of the course that the lesson belongs to. */
  readonly course: string;
  /** 1 for the first. */
  readonly number: number;
  readonly total: number;
  readonly next: { readonly title: string; readonly launch: string } | null;
}

export function scosOf(typed: TypedCourse, { hasScos }: Pick<Format, 'hasScos'>): Sco[] {
  const whole = wholeCourse(typed);
  const { lessons, scos } = typed.course;
  if (!hasScos || scos !== 'lesson') return [whole];
  // One ledger for all: where a lesson is written or a page moves, the places in the others' bookmarks stay.
  const { ledger } = whole.outline;
  return lessons.map((_, index) => lessonSco({ ...typed, ledger }, index));
}

/** All lessons in one document. */
export function wholeCourse(typed: TypedCourse): Sco {
  return { ...typed, outline: outlineCourse(typed), launch: 'index.html', pointer: '', place: null };
}

/** A document of its own: LMSs drop what stands behind a "?" in an address. */
export const launchOf = (lesson: Pick<Lesson, 'id'>) => `lesson-${lesson.id}.html`;

function lessonSco(whole: TypedCourse, index: number): Sco {
  const { course, types } = whole;
  const { lessons } = course;
  const lesson = lessons[index] as Lesson;
  const next = lessons[index + 1];
  const elsewhere = new Map(
    lessons.filter((other) => other !== lesson).flatMap((other) => idsIn(other, types, other.title)),
  );
  const typed: TypedCourse = { ...whole, course: lessonCourse(whole, lesson), elsewhere };
  return {
    ...typed,
    outline: outlineCourse(typed),
    launch: launchOf(lesson),
    pointer: `/lessons${pointerStep(index)}`,
    place: {
      course: course.title,
      number: index + 1,
      total: lessons.length,
      next: next ? { title: next.title, launch: launchOf(next) } : null,
    },
  };
}

/** Every id of the lesson's text, with the title of the lesson. */
function idsIn(lesson: Lesson, types: TypedCourse['types'], title: string): [string, string][] {
  return walk({ lessons: [lesson] }, courseSchema, types)
    .ofFormats('id')
    .map(({ value }) => [value, withoutMarks(title)]);
}

/** The lesson as a course: its own pages, the banks it draws from, the outcomes it serves, the rules that fit it. */
function lessonCourse({ course, types }: TypedCourse, lesson: Lesson): Course {
  // No lesson knows of the others: the certificate is that of the whole course alone.
  const { passMark, completion, banks, certificate: _, ...rest } = course;
  const assessments = lesson.pages.flatMap(({ assessment }) => assessment ?? []);
  const own = banks?.filter(({ id }) => assessments.some((one) => one.banks?.includes(id)));
  const { ofFormats } = walk({ lessons: [lesson], banks: own ?? [] }, courseSchema, types);
  const served = new Set(ofFormats('outcome').map(({ value }) => value));
  return {
    ...rest,
    // No id of an author holds an underscore, so no two SCOs can come to one.
    id: `${course.id}_${lesson.id}`,
    title: lesson.title,
    outcomes: course.outcomes.filter(({ id }) => served.has(id)),
    lessons: [lesson],
    ...(own && { banks: own }),
    ...(passMark !== undefined && assessments.length > 0 && { passMark }),
    ...(completion && { completion: lessonCompletion(course, lesson) }),
  };
}

/** What makes a lesson complete: the course's rule without what the lesson lacks, and its share of the minutes. */
export function lessonCompletion(course: Course, lesson: Lesson): NonNullable<Course['completion']> {
  const { assessment, minutes, ...rest } = course.completion ?? {};
  const isAssessed = lesson.pages.some((page) => page.assessment && !page.assessment.pretest);
  const estimated = (pages: readonly { readonly minutes: number }[]) =>
    pages.reduce((sum, page) => sum + page.minutes, 0);
  return {
    ...rest,
    ...(minutes !== undefined && {
      minutes: Math.ceil((minutes * estimated(lesson.pages)) / estimated(pagesOf(course))),
    }),
    ...(assessment && isAssessed && { assessment }),
  };
}
