import { blockSchema } from '../../course/block.ts';
import { markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'steps',
  'What to do, one step after the other.',
  {
    items: {
      type: 'array',
      minItems: 2,
      maxItems: 20,
      items: {
        type: 'object',
        properties: { title: plain, text: markdown },
        required: ['title', 'text'],
        additionalProperties: false,
      },
    },
  },
  ['items'],
);
