import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';

export const schema = questionSchema(
  'fill-in',
  'A question that is answered by typing a word or a few.',
  {
    accepted: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', minLength: 1, maxLength: 100 },
      description: 'Every answer that counts as right. Spaces around and between words never matter.',
    },
    caseSensitive: { type: 'boolean', description: 'true where capital letters matter.' },
    accentSensitive: { type: 'boolean', description: 'true where accents matter.' },
  },
  ['accepted'],
);

export type FillIn = FromSchema<typeof schema>;
