import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import type { Mistake } from '../../course/problem.ts';

export const schema = questionSchema(
  'numeric',
  'A question that is answered by a number.',
  {
    answer: { type: 'number', description: 'The right number. Or give "min" and "max".' },
    tolerance: {
      type: 'number',
      minimum: 0,
      description: 'How far from "answer" a number may be and still be right; 0 when left out.',
    },
    min: { type: 'number', description: 'The smallest number that is right.' },
    max: { type: 'number', description: 'The largest number that is right.' },
    unit: {
      type: 'string',
      format: 'plain',
      minLength: 1,
      maxLength: 20,
      description: 'Shown after the field.',
    },
  },
  [],
);

export type Numeric = FromSchema<typeof schema>;

/** It is clear which numbers are right, and there is one. */
export function check({ answer, tolerance, min, max }: Numeric): Mistake[] {
  const isRange = min !== undefined && max !== undefined && answer === undefined && tolerance === undefined;
  const isAnswer = answer !== undefined && min === undefined && max === undefined;
  if (!isRange && !isAnswer)
    return [
      {
        pointer: '',
        message: 'it is not clear which numbers are right.',
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
