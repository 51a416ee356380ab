import { blockSchema } from '../../course/block.ts';
import { inline, plain } from '../../course/field.ts';

const column = {
  type: 'object',
  properties: {
    title: { ...plain, maxLength: 80 },
    items: { type: 'array', minItems: 1, items: inline },
  },
  required: ['title', 'items'],
  additionalProperties: false,
} as const;

export const schema = blockSchema(
  'comparison',
  'Two things side by side; on a phone one after the other.',
  { title: plain, left: column, right: column },
  ['left', 'right'],
);
