/** The outline of a small course for tests: three pages, an assessment of two questions, an activity, a reflection. */
import type { CourseOutline } from '../../src/course/outline.ts';
import { questionTypes } from '../../src/questions/index.ts';
import type { Logics } from '../../src/session/scoring.ts';

export const logics = questionTypes as unknown as Logics;

export function anOutline(overrides: Partial<CourseOutline> = {}): CourseOutline {
  return {
    id: 'small',
    title: 'Small',
    version: '1.0.0',
    language: 'en',
    passMark: 80,
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
            assessment: { attempts: null, questions: ['q-one', 'q-two'] },
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
        key: { options: [{ id: 'a', correct: true }, { id: 'b' }] },
      },
      'q-two': {
        type: 'multiple-choice',
        points: 3,
        tries: 1,
        outcome: 'know',
        key: { options: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] },
      },
      'q-sort': {
        type: 'sorting',
        points: 0,
        tries: 2,
        outcome: 'know',
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
  };
}
