import { blockSchema } from '../../course/block.ts';
import { markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'accordion',
  'Titles that open to show their text.',
  {
    items: {
      type: 'array',
      minItems: 1,
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
