import { blockSchema } from '../../course/block.ts';
import { inline, markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'case',
  'Something that happened or could happen, told as an example.',
  {
    title: plain,
    text: markdown,
    facts: {
      type: 'array',
      description: 'Short facts beside the story: place, year, person.',
      items: {
        type: 'object',
        properties: { label: { ...plain, maxLength: 40 }, value: inline },
        required: ['label', 'value'],
        additionalProperties: false,
      },
    },
  },
  ['title', 'text'],
);
