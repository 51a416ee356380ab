import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';

export const schema = questionSchema(
  'free-text',
  'An answer in the learner’s own words. It is never scored.',
  {
    maxLength: { type: 'integer', minimum: 20, maximum: 1000, description: '300 characters when left out.' },
  },
  [],
);

export type FreeText = FromSchema<typeof schema>;
