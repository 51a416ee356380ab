import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline, mark } from '../../course/field.ts';
import type { Components } from '../logic.ts';

export const schema = questionSchema(
  'likert',
  'How far somebody agrees, on a scale. It is never scored.',
  {
    scale: {
      type: 'array',
      minItems: 2,
      maxItems: 9,
      items: {
        type: 'object',
        properties: { id: mark, text: inline },
        required: ['id', 'text'],
        additionalProperties: false,
      },
    },
  },
  ['scale'],
);

export type Likert = FromSchema<typeof schema>;

export const components = ({ scale }: Likert): Components => ({ scale });
