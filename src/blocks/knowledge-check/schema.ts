import { blockSchema } from '../../course/block.ts';

export const schema = blockSchema(
  'knowledge-check',
  'A question inside a page, for practice: it counts for nothing.',
  { question: { $ref: 'question' } },
  ['question'],
);
