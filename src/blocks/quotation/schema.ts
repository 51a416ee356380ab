import { blockSchema } from '../../course/block.ts';
import { markdown, plain, sourceReference } from '../../course/field.ts';

export const schema = blockSchema(
  'quotation',
  'Words of somebody else, with who said them.',
  { text: markdown, by: plain, source: sourceReference },
  ['text', 'by'],
);
