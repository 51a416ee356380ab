import { blockSchema } from '../../course/block.ts';
import { plain, sourceReference } from '../../course/field.ts';

export const schema = blockSchema(
  'references',
  'A list of sources from course.json; all of them when none is named.',
  { title: plain, items: { type: 'array', items: sourceReference } },
  [],
);
