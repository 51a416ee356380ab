import type { FromSchema } from 'json-schema-to-ts';
import { blockSchema, type Question } from '../../course/block.ts';
import { markdown, minutes, outcomeReference, plain } from '../../course/field.ts';
import { check as checkSorting, sortingFields } from '../../questions/sorting/schema.ts';

export const schema = blockSchema(
  'sorting-activity',
  'Statements that the learner puts into groups, for practice, with an explanation of each.',
  {
    number: {
      ...plain,
      maxLength: 20,
      description: 'The number of the activity in the lesson plan, such as "2.7.1".',
    },
    title: plain,
    purpose: markdown,
    prompt: markdown,
    outcome: outcomeReference,
    tries: { type: 'integer', minimum: 1, maximum: 9 },
    ...sortingFields,
    classroom: {
      type: 'object',
      description: 'The group version, for the facilitator guide only.',
      properties: {
        method: plain,
        minutes,
        material: { ...markdown, description: 'What has to be there. Markdown.' },
        instructions: markdown,
      },
      required: ['method', 'minutes', 'instructions'],
      additionalProperties: false,
    },
  },
  ['id', 'title', 'prompt', 'outcome', 'groups', 'statements'],
);

export type SortingActivity = FromSchema<typeof schema>;

export const check = checkSorting;

/** What the learner does is a sorting question that counts for nothing. */
export function question(activity: SortingActivity): Question {
  const { id, prompt, outcome, tries, groups, statements } = activity;
  return { type: 'sorting', id, prompt, outcome, ...(tries && { tries }), groups, statements } as Question;
}
