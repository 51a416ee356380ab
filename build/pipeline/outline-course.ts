/** The course as the player gets it: ids and keys, no text, no facilitator notes. Pure. */
import type { Assessment } from '../../src/course/assessment.ts';
import type { BlockType, Question } from '../../src/course/block.ts';
import { type Course, type Page, pagesOf, poolOf } from '../../src/course/course.ts';
import { extendLedger, type Ledger } from '../../src/course/ledger.ts';
import {
  type AssessmentOutline,
  type CompletionRule,
  type CourseOutline,
  ledgerEntries,
  type PageOutline,
  type QuestionOutline,
} from '../../src/course/outline.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { fieldsOf } from './course-fields.ts';
import type { TypedCourse } from './course-types.ts';
import { renderPlain } from './markdown.ts';
import { rememberedOf } from './remembered.ts';

/** A course is outlined once: for its bookmark, its documents, its manifest and its ledger. */
export function outlineCourse(typed: TypedCourse): CourseOutline {
  const known = outlined.get(typed.course);
  if (known?.ledger === typed.ledger) return known.outline;
  const outline = outlineAnew(typed);
  outlined.set(typed.course, { ledger: typed.ledger, outline });
  return outline;
}

const outlined = new WeakMap<Course, { readonly ledger: Ledger; readonly outline: CourseOutline }>();

function outlineAnew({ course, types, ledger }: TypedCourse): CourseOutline {
  const { typed } = fieldsOf({ course, types });
  const scored = scoredQuestions(course);
  const questions = typed.flatMap(({ type, value }) => {
    const question = questionIn(type, value);
    return question ? [[question.id, outlineQuestion(question, scored.has(question))] as const] : [];
  });
  const texts = typed.flatMap(({ type, value }) =>
    type.text && typeof value.id === 'string' ? [[value.id, type.text(value as never)] as const] : [],
  );
  const outline = {
    id: course.id,
    title: course.title,
    version: course.version,
    language: course.language,
    passMark: course.passMark ?? null,
    completion: outlineCompletion(course),
    success: course.success ?? 'assessment',
    ...sequential(course.order),
    ...(course.certificate && {
      certificate: { issuer: course.certificate.issuer, hasScore: course.certificate.score ?? false },
    }),
    idleMinutes: course.idleMinutes ?? 5,
    outcomes: course.outcomes.map(({ id, text, short }) => ({ id, text: short ?? renderPlain(text) })),
    lessons: course.lessons.map(({ id, title, order, pages }) => ({
      id,
      title,
      ...sequential(order ?? course.order),
      pages: pages.map((page) => outlinePage(course, page)),
    })),
    questions: Object.fromEntries(questions),
    texts: Object.fromEntries(texts),
  };
  return { ...outline, ledger: extendLedger(ledger, ledgerEntries(outline)) };
}

/** Said only where there is an order to keep. */
function sequential(order: Course['order']): Pick<CourseOutline, 'order'> {
  return order === 'sequential' ? { order } : {};
}

/** Every question that an assessment may ask, whether the assessment or an item bank holds it. */
export function scoredQuestions(course: Course): ReadonlySet<Question> {
  return new Set(pagesOf(course).flatMap(({ assessment }) => (assessment ? poolOf(course, assessment) : [])));
}

/** Where the course says nothing: every page is to be read, and every assessment to be taken. */
function outlineCompletion({ completion }: Course): CompletionRule {
  if (!completion) return { pages: 100, progress: 0, activities: false, minutes: 0, assessment: 'taken' };
  return {
    pages: completion.pages ?? 0,
    progress: 0,
    activities: completion.activities ?? false,
    minutes: completion.minutes ?? 0,
    assessment: completion.assessment ?? 'none',
  };
}

function outlinePage(course: Course, { id, title, minutes, outcomes, assessment }: Page): PageOutline {
  return {
    id,
    title,
    minutes,
    outcomes: outcomes ?? [],
    ...(assessment && { assessment: outlineAssessment(course, assessment) }),
  };
}

function outlineAssessment(course: Course, assessment: Assessment): AssessmentOutline {
  const questions = poolOf(course, assessment).map((question) => question.id);
  return {
    questions,
    draw: assessment.draw ?? questions.length,
    balance: assessment.balance ?? 'outcome',
    attempts: assessment.attempts ?? null,
    counts: assessment.counts ?? 'best',
    feedback: assessment.feedback ?? 'end',
    outcomePassMark: assessment.outcomePassMark ?? null,
    minutes: assessment.minutes ?? null,
    isPretest: assessment.pretest ?? false,
  };
}

const difficulties = ['easy', 'medium', 'hard'];

function outlineQuestion(question: Question, isScored: boolean): QuestionOutline {
  const { type, points, tries, outcome, difficulty, taughtOn } = question;
  return {
    type,
    points: isScored ? (points ?? 1) : 0,
    tries: isScored ? 1 : (tries ?? null),
    outcome: outcome ?? null,
    ...(taughtOn && isScored && { taughtOn }),
    difficulty: difficulties.indexOf(difficulty ?? '') + 1,
    key: keyOf(question),
  };
}

/** Fields that grading does not need: what all questions share, and what is only to be read. */
const unneeded = [
  'type',
  'id',
  'prompt',
  'points',
  'tries',
  'outcome',
  'difficulty',
  'shuffle',
  'hints',
].concat(['notes', 'sources', 'verdicts', 'taughtOn']);
const textual = ['text', 'title', 'feedback', 'explanation', 'consequence', 'alt', 'src', 'unit'];

/** A question's own fields without its text. */
const keyOf = rememberedOf((question: Question): unknown => {
  const strip = (value: unknown, without: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, textual));
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !without.includes(key));
    return Object.fromEntries(kept.map(([key, item]) => [key, strip(item, textual)]));
  };
  return strip(question, [...unneeded, ...textual]);
});

/** The question itself, or the one that a block of this type asks. */
export function questionIn(type: BlockType, value: Readonly<Record<string, unknown>>): Question | null {
  if (type.question) return type.question(value as never);
  return Object.hasOwn(questionTypes, String(value.type)) ? (value as unknown as Question) : null;
}
