import { blockSchema } from '../../course/block.ts';
import { inline, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'grouped-list',
  'Lists under headings of their own; abbreviations are spelt out.',
  {
    groups: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      items: {
        type: 'object',
        properties: {
          title: plain,
          items: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: {
                text: inline,
                short: { ...plain, maxLength: 20, description: 'Its abbreviation.' },
              },
              required: ['text'],
              additionalProperties: false,
            },
          },
        },
        required: ['title', 'items'],
        additionalProperties: false,
      },
    },
  },
  ['groups'],
);
