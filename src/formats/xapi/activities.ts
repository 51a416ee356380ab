/** What the builder leaves in the script for statements: the course's activities by name, without its text. */
import type { Components } from '../../questions/logic.ts';

export interface CourseActivities {
  /** The IRI that the course's author gave it; those of its parts begin with it. */
  readonly iri: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly pages: readonly { readonly id: string; readonly title: string }[];
  }[];
  /** By id. */
  readonly questions: Readonly<Record<string, QuestionActivity>>;
  /** Titles of the learning outcomes, by id. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** What the author says of an LRS that is told besides the LMS; only in packages that tell one. */
  readonly lrs?: CourseLrs;
}

export interface CourseLrs {
  /** Where left out, that of the launch. */
  readonly endpoint?: string;
  /** The value of the Authorization header; the author has accepted that every learner can read it. */
  readonly auth?: string;
  /** Of learners' accounts; the course's IRI when left out. */
  readonly homePage?: string;
}

export interface QuestionActivity {
  /** The page that it is asked on. */
  readonly page: string;
  readonly prompt: string;
  readonly components: Components;
}

/** The IRI of a part of a course: the same in every version. */
export function iriOf(
  { iri }: Pick<CourseActivities, 'iri'>,
  kind: 'lessons' | 'pages' | 'questions' | 'outcomes',
  id: string,
): string {
  return `${iri}/${kind}/${id}`;
}

/** What an LMS launches and judges as one: the course, or a lesson of it that is recorded for itself. */
export interface Unit {
  readonly iri: string;
  readonly title: string;
  readonly type: 'course' | 'lesson';
}

/** @param outlineId of the document's outline: that of a lesson by itself ends with the lesson's id */
export function unitOf(course: CourseActivities, outlineId: string): Unit {
  const [, id] = outlineId.split('_');
  const lesson = course.lessons.find((one) => one.id === id);
  return lesson
    ? { iri: iriOf(course, 'lessons', lesson.id), title: lesson.title, type: 'lesson' }
    : { iri: course.iri, title: course.title, type: 'course' };
}
