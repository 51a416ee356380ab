/** What is scored: assessments, and the item banks that they draw from. */
import type { FromSchema } from 'json-schema-to-ts';
import type { Question } from './block.ts';
import { id, minutes, plain } from './field.ts';

export const bank = {
  type: 'object',
  description: 'An item bank: questions that assessments draw from.',
  properties: { id, title: plain, questions: { type: 'array', minItems: 1, items: { $ref: 'question' } } },
  required: ['id', 'questions'],
  additionalProperties: false,
} as const;

export const assessment = {
  type: 'object',
  description: 'Questions that are scored together, at the end of this page.',
  properties: {
    questions: { type: 'array', minItems: 1, items: { $ref: 'question' } },
    banks: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', format: 'bank', description: 'Id of an item bank in course.json.' },
      description: 'Item banks whose questions may be asked, besides the assessment’s own.',
    },
    draw: {
      type: 'integer',
      minimum: 1,
      maximum: 500,
      description:
        'How many questions an attempt asks; all of them when left out. A retake prefers what was not asked.',
    },
    balance: {
      type: 'string',
      enum: ['outcome', 'difficulty'],
      description: 'What a draw is spread evenly over; "outcome" when left out.',
    },
    attempts: {
      type: 'integer',
      minimum: 1,
      maximum: 99,
      description: 'How often the assessment may be taken; without limit when left out.',
    },
    counts: {
      type: 'string',
      enum: ['best', 'last', 'first'],
      description: 'Which attempt counts; "best" when left out.',
    },
    feedback: {
      type: 'string',
      enum: ['now', 'end', 'never'],
      description:
        'When learners see what was right: after each question, at the end (when left out), or never.',
    },
    outcomePassMark: {
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Per cent that each outcome needs besides the pass mark of the whole; none when left out.',
    },
    minutes: {
      ...minutes,
      description:
        'Time limit of an attempt; none when left out. Learners may ask for more time before they start.',
    },
    pretest: {
      type: 'boolean',
      description:
        'true for a test of what is known already: it counts for nothing, and pages whose outcomes were passed are done.',
    },
  },
  required: [],
  additionalProperties: false,
} as const;

type AssessmentFields = Omit<typeof assessment, 'properties'> & {
  readonly properties: Omit<(typeof assessment)['properties'], 'questions'>;
};

export type Assessment = FromSchema<AssessmentFields> & { readonly questions?: readonly Question[] };

export interface Bank {
  readonly id: string;
  readonly title?: string;
  readonly questions: readonly Question[];
}
