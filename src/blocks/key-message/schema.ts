import { blockSchema } from '../../course/block.ts';
import { markdown } from '../../course/field.ts';

export const schema = blockSchema(
  'key-message',
  'One of the numbered messages to take home; the handout collects them.',
  { number: { type: 'integer', minimum: 1, maximum: 999 }, text: markdown },
  ['number', 'text'],
);
