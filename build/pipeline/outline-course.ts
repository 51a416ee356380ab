/** The course as the player gets it: ids and keys, no text, no facilitator notes. Pure. */
import type { BlockType, Question } from '../../src/course/block.ts';
import { type Course, courseSchema, type Page } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { CourseOutline, PageOutline, QuestionOutline } from '../../src/course/outline.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import { fullestBookmark } from '../../src/session/fullest.ts';
import { renderPlain } from './markdown.ts';
import { types } from './parse-course.ts';

export function outlineCourse(course: Course): CourseOutline {
  const { typed } = walk(course, courseSchema, types);
  const scored = new Set(
    course.lessons.flatMap(({ pages }) => pages.flatMap((page) => page.assessment?.questions ?? [])),
  );
  const questions = typed.flatMap(({ type, value }) => {
    const question = questionIn(type, value);
    return question ? [[question.id, outlineQuestion(question, scored.has(question))] as const] : [];
  });
  const texts = typed.flatMap(({ type, value }) =>
    type.text && typeof value.id === 'string' ? [[value.id, type.text(value as never)] as const] : [],
  );
  return {
    id: course.id,
    title: course.title,
    version: course.version,
    language: course.language,
    passMark: course.passMark ?? null,
    outcomes: course.outcomes.map(({ id, text, short }) => ({ id, text: short ?? renderPlain(text) })),
    lessons: course.lessons.map(({ id, title, pages }) => ({ id, title, pages: pages.map(outlinePage) })),
    questions: Object.fromEntries(questions),
    texts: Object.fromEntries(texts),
  };
}

function outlinePage({ id, title, minutes, outcomes, assessment }: Page): PageOutline {
  return {
    id,
    title,
    minutes,
    outcomes: outcomes ?? [],
    ...(assessment && {
      assessment: {
        attempts: assessment.attempts ?? null,
        questions: assessment.questions.map((one) => one.id),
      },
    }),
  };
}

function outlineQuestion(question: Question, isScored: boolean): QuestionOutline {
  const { type, points, tries, outcome } = question;
  return {
    type,
    points: isScored ? (points ?? 1) : 0,
    tries: isScored ? 1 : (tries ?? null),
    outcome: outcome ?? null,
    key: keyOf(question),
  };
}

/** Fields that grading does not need: what all questions share, and what is only to be read. */
const unneeded = ['type', 'id', 'prompt', 'points', 'tries', 'outcome', 'notes', 'sources'];
const textual = ['text', 'title', 'feedback', 'explanation'];

/** A question's own fields without its text. */
function keyOf(question: Question): unknown {
  const strip = (value: unknown, without: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, textual));
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !without.includes(key));
    return Object.fromEntries(kept.map(([key, item]) => [key, strip(item, textual)]));
  };
  return strip(question, [...unneeded, ...textual]);
}

/** The question itself, or the one that a block of this type asks. */
function questionIn(type: BlockType, value: Readonly<Record<string, unknown>>): Question | null {
  if (type.question) return type.question(value as never);
  return Object.hasOwn(questionTypes, String(value.type)) ? (value as unknown as Question) : null;
}

/** Characters of the longest bookmark that any learner of this course can come to. */
export function longestBookmark(outline: CourseOutline): number {
  const responses = Object.entries(outline.questions).map(([id, question]) => {
    const type: QuestionType | undefined = (questionTypes as Readonly<Record<string, QuestionType>>)[
      question.type
    ];
    return [id, type?.fullest(question.key as never) ?? []] as const;
  });
  return fullestBookmark(outline, Object.fromEntries(responses));
}
