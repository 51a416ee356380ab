import type { FromSchema } from 'json-schema-to-ts';
import { option, questionSchema } from '../../course/block.ts';
import type { Mistake } from '../../course/problem.ts';
import { creditOfChoices, partialCredit } from '../choosing.ts';
import type { Components } from '../logic.ts';

export const schema = questionSchema(
  'multiple-choice',
  'A question with any number of right answers.',
  { options: { type: 'array', minItems: 2, maxItems: 12, items: option }, partialCredit },
  ['options'],
);

export type MultipleChoice = FromSchema<typeof schema>;

export const credit = creditOfChoices;

/** At least one option is right: a learner cannot answer by choosing nothing. */
export function check({ options }: MultipleChoice): Mistake[] {
  if (options.some((one) => one.correct)) return [];
  return [
    {
      pointer: '/options',
      message: 'no option is marked correct.',
      hint: 'A multiple-choice question needs at least one option with "correct": true.',
    },
  ];
}

export const components = ({ options }: MultipleChoice): Components => ({ choices: options });
