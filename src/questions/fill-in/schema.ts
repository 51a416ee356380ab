import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { answer, inline } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';
import { isAccepted } from '../folding.ts';

export const schema = questionSchema(
  'fill-in',
  'A question that is answered by typing a word or a few.',
  {
    accepted: {
      type: 'array',
      minItems: 1,
      items: answer,
      description:
        'Every answer that counts as right; learners are shown the first. Spaces around and between words never matter.',
    },
    anticipated: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      description: 'Wrong answers that are to be expected, with what is said to a learner who gives one.',
      items: {
        type: 'object',
        properties: {
          answers: {
            type: 'array',
            minItems: 1,
            items: answer,
          },
          feedback: inline,
        },
        required: ['answers', 'feedback'],
        additionalProperties: false,
      },
    },
    caseSensitive: { type: 'boolean', description: 'true where capital letters matter.' },
    accentSensitive: { type: 'boolean', description: 'true where accents matter.' },
  },
  ['accepted'],
);

export type FillIn = FromSchema<typeof schema>;

/** What is said to wrong answers is said to wrong ones only. */
export function check({ accepted, anticipated = [], ...folding }: FillIn): Mistake[] {
  return anticipated.flatMap(({ answers }, index) =>
    answers.flatMap((answer, place): Mistake[] =>
      isAccepted(answer, accepted, folding)
        ? [
            {
              pointer: `/anticipated${pointerStep(index)}/answers${pointerStep(place)}`,
              message: `"${answer}" is among the accepted answers.`,
              hint: 'Take it out here, or out of "accepted".',
            },
          ]
        : [],
    ),
  );
}
