/** The outline of a small course for tests: three pages, an assessment of two questions, an activity, a reflection. */
import { type AssessmentOutline, type CourseOutline, ledgerEntries } from '../../src/course/outline.ts';
import { questionTypes } from '../../src/questions/index.ts';
import type { Logics } from '../../src/session/scoring.ts';

export const logics = questionTypes as unknown as Logics;

export function anOutline(overrides: Partial<CourseOutline> = {}): CourseOutline {
  const outline = {
    id: 'small',
    title: 'Small',
    version: '1.0.0',
    language: 'en',
    passMark: 80,
    completion: { pages: 100, progress: 0, activities: false, minutes: 0, assessment: 'taken' },
    success: 'assessment',
    idleMinutes: 5,
    outcomes: [{ id: 'know', text: 'Know it.' }],
    lessons: [
      {
        id: 'lesson',
        title: 'Lesson',
        pages: [
          { id: 'one', title: 'One', minutes: 1, outcomes: ['know'] },
          { id: 'two', title: 'Two', minutes: 2, outcomes: ['know'] },
          {
            id: 'check',
            title: 'Check',
            minutes: 3,
            outcomes: [],
            assessment: anAssessment(),
          },
        ],
      },
    ],
    questions: {
      'q-one': {
        type: 'single-choice',
        points: 1,
        tries: 1,
        outcome: 'know',
        difficulty: 0,
        key: { options: [{ id: 'a', correct: true }, { id: 'b' }] },
      },
      'q-two': {
        type: 'multiple-choice',
        points: 3,
        tries: 1,
        outcome: 'know',
        difficulty: 0,
        key: { options: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] },
      },
      'q-sort': {
        type: 'sorting',
        points: 0,
        tries: 2,
        outcome: 'know',
        difficulty: 0,
        key: {
          groups: [{ id: 'a' }, { id: 'b' }],
          statements: [
            { id: '1', group: 'a' },
            { id: '2', group: 'b' },
          ],
        },
      },
    },
    texts: { think: 50 },
    ...overrides,
  } as const;
  return { ...outline, ledger: overrides.ledger ?? ledgerEntries(outline) };
}

/** All of the outline's two scored questions, as often as one likes, the best attempt counts. */
export function anAssessment(overrides: Partial<AssessmentOutline> = {}): AssessmentOutline {
  const questions = overrides.questions ?? ['q-one', 'q-two'];
  return {
    questions,
    draw: questions.length,
    balance: 'outcome',
    attempts: null,
    counts: 'best',
    feedback: 'end',
    outcomePassMark: null,
    minutes: null,
    isPretest: false,
    ...overrides,
  };
}

/** The same course with another assessment on its last page. */
export function assessedBy(assessment: Partial<AssessmentOutline>, outline = anOutline()): CourseOutline {
  return {
    ...outline,
    lessons: outline.lessons.map((lesson) => ({
      ...lesson,
      pages: lesson.pages.map((page) =>
        page.assessment ? { ...page, assessment: anAssessment(assessment) } : page,
      ),
    })),
  };
}
