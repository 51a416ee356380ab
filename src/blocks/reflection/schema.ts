import type { FromSchema } from 'json-schema-to-ts';
import { blockSchema } from '../../course/block.ts';
import { markdown } from '../../course/field.ts';

export const schema = blockSchema(
  'reflection',
  'A question to think about. What the learner writes is kept for the learner and never graded.',
  {
    prompt: markdown,
    maxLength: {
      type: 'integer',
      minimum: 20,
      maximum: 1000,
      description:
        'Longest text in characters; 300 when left out. SCORM 1.2 keeps 4,096 characters for the whole course.',
    },
  },
  ['id', 'prompt'],
);

export type Reflection = FromSchema<typeof schema>;

/** Room for a short paragraph, and for several of them in what SCORM 1.2 keeps. */
const usualLength = 300;

/** What the learner writes here is kept, up to this many characters. */
export function text({ maxLength }: Pick<Reflection, 'maxLength'>): number {
  return maxLength ?? usualLength;
}
