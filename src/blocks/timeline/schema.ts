import { blockSchema } from '../../course/block.ts';
import { id, inline, markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'timeline',
  'Events in the order of time, each with details that open.',
  {
    items: {
      type: 'array',
      minItems: 2,
      maxItems: 60,
      items: {
        type: 'object',
        properties: {
          id,
          date: { ...plain, maxLength: 40, description: 'Year or date, as it is to be read.' },
          title: inline,
          text: { ...markdown, description: 'Details that open. Markdown.' },
        },
        required: ['date', 'title'],
        additionalProperties: false,
      },
    },
  },
  ['items'],
);
