import type { FromSchema } from 'json-schema-to-ts';
import { option, questionSchema } from '../../course/block.ts';
import type { Mistake } from '../../course/problem.ts';
import type { Components } from '../logic.ts';

export const schema = questionSchema(
  'single-choice',
  'A question with one right answer among several.',
  { options: { type: 'array', minItems: 2, maxItems: 12, items: option } },
  ['options'],
);

export type SingleChoice = FromSchema<typeof schema>;

/** Exactly one option is right: radio buttons allow no more. */
export function check({ options }: SingleChoice): Mistake[] {
  const correct = options.filter((one) => one.correct);
  if (correct.length === 1) return [];
  return [
    {
      pointer: '/options',
      message:
        correct.length === 0
          ? 'no option is marked correct.'
          : `${correct.length} options are marked correct: ${correct.map((one) => one.id).join(', ')}.`,
      hint: 'A single-choice question needs exactly one option with "correct": true; for several use "multiple-choice".',
    },
  ];
}

export const components = ({ options }: SingleChoice): Components => ({ choices: options });
