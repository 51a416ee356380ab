import { blockSchema } from '../../course/block.ts';
import { inline, markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'definition',
  'A term and what it means, with examples.',
  {
    term: { ...plain, maxLength: 80 },
    text: markdown,
    examples: { type: 'array', items: inline },
  },
  ['term', 'text'],
);
