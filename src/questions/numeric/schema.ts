import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import type { Mistake } from '../../course/problem.ts';

export const schema = questionSchema(
  'numeric',
  'A question that is answered by a number.',
  {
    min: { type: 'number', description: 'The smallest number that is right.' },
    max: {
      type: 'number',
      description: 'The largest number that is right; the same as "min" for one number alone.',
    },
    unit: {
      type: 'string',
      format: 'plain',
      minLength: 1,
      maxLength: 20,
      description: 'Shown after the field.',
    },
  },
  ['min', 'max'],
);

export type Numeric = FromSchema<typeof schema>;

/** The smallest right number is no larger than the largest. */
export function check({ min, max }: Numeric): Mistake[] {
  if (min <= max) return [];
  return [
    {
      pointer: '/min',
      message: `"min" is ${min} and "max" is ${max}: no number lies between them.`,
      hint: 'Swap the two.',
    },
  ];
}
