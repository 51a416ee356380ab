import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';

const range = {
  answer: { type: 'number', description: 'The right number. Or give "min" and "max".' },
  tolerance: {
    type: 'number',
    minimum: 0,
    description: 'How far from "answer" a number may be and still be right; 0 when left out.',
  },
  min: { type: 'number', description: 'The smallest number that is right.' },
  max: { type: 'number', description: 'The largest number that is right.' },
} as const;

export const schema = questionSchema(
  'numeric',
  'A question that is answered by a number.',
  {
    ...range,
    unit: {
      type: 'string',
      format: 'plain',
      minLength: 1,
      maxLength: 20,
      description: 'Shown after the field.',
    },
    anticipated: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      description:
        'Wrong numbers that are to be expected, given like the right ones, with what is said to each.',
      items: {
        type: 'object',
        properties: { ...range, feedback: inline },
        required: ['feedback'],
        additionalProperties: false,
      },
    },
  },
  [],
);

export type Numeric = FromSchema<typeof schema>;

/** It is clear which numbers are right, and which are meant where something is said to wrong ones. */
export function check({ anticipated = [], ...question }: Numeric): Mistake[] {
  return [
    ...checkRange(question, 'right'),
    ...anticipated.flatMap((one, index) =>
      checkRange(one, 'meant').map((mistake) => ({
        ...mistake,
        pointer: `/anticipated${pointerStep(index)}${mistake.pointer}`,
      })),
    ),
  ];
}

type Range = Pick<Numeric, 'answer' | 'tolerance' | 'min' | 'max'>;

function checkRange({ answer, tolerance, min, max }: Range, what: 'right' | 'meant'): Mistake[] {
  const isRange = min !== undefined && max !== undefined && answer === undefined && tolerance === undefined;
  const isAnswer = answer !== undefined && min === undefined && max === undefined;
  if (!isRange && !isAnswer)
    return [
      {
        pointer: '',
        message: `it is not clear which numbers are ${what}.`,
        hint: 'Give either "answer" (and "tolerance" where near is good enough), or both "min" and "max".',
      },
    ];
  if (isAnswer || Number(min) <= Number(max)) return [];
  return [
    {
      pointer: '/min',
      message: `"min" is ${min} and "max" is ${max}: no number lies between them.`,
      hint: 'Swap the two.',
    },
  ];
}
