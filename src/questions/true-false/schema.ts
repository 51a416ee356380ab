import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline } from '../../course/field.ts';

export const schema = questionSchema(
  'true-false',
  'A statement that is true or false.',
  {
    answer: { type: 'boolean', description: 'Whether the statement is true.' },
    feedback: {
      type: 'object',
      description: 'What is said to a learner who chose this answer.',
      properties: { true: inline, false: inline },
      additionalProperties: false,
    },
  },
  ['answer'],
);

export type TrueFalse = FromSchema<typeof schema>;
