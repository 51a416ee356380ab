import { blockSchema } from '../../course/block.ts';
import { inline, plain, sourceReference } from '../../course/field.ts';

export const schema = blockSchema(
  'figure',
  'A number that stays in mind, with what it says and where it comes from.',
  {
    value: { ...plain, maxLength: 20, description: 'The number as it is to be read, with its unit.' },
    text: { ...inline, description: 'What the number says. One line of Markdown.' },
    source: sourceReference,
  },
  ['value', 'text', 'source'],
);
