import { blockSchema } from '../../course/block.ts';
import { markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'tabs',
  'Several texts in one place, one shown at a time; all of them in print and without a script.',
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
