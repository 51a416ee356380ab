import { blockSchema } from '../../course/block.ts';
import { markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'callout',
  'Something to notice beside the text.',
  {
    kind: {
      type: 'string',
      enum: ['note', 'caution', 'content-note'],
      description:
        'note: good to know. caution: something can go wrong. content-note: what may distress a reader.',
    },
    title: plain,
    text: markdown,
  },
  ['kind', 'text'],
);
