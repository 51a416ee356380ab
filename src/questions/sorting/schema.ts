import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline, mark, plain } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';
import type { Components, Credit } from '../logic.ts';

/** The fields that a sorting activity shares with this question. */
export const sortingFields = {
  groups: {
    type: 'array',
    minItems: 2,
    maxItems: 5,
    items: {
      type: 'object',
      properties: { id: mark, title: { ...plain, maxLength: 40 } },
      required: ['id', 'title'],
      additionalProperties: false,
    },
  },
  statements: {
    type: 'array',
    minItems: 2,
    maxItems: 20,
    items: {
      type: 'object',
      properties: {
        id: mark,
        text: inline,
        group: { type: 'string', description: 'The id of the group that this statement belongs to.' },
        explanation: { ...inline, description: 'Why it belongs there. One line of Markdown.' },
      },
      required: ['id', 'text', 'group', 'explanation'],
      additionalProperties: false,
    },
  },
} as const;

export const schema = questionSchema(
  'sorting',
  'Statements to be put into groups; each statement in its group earns its share of the points.',
  sortingFields,
  ['groups', 'statements'],
);

export type Sorting = FromSchema<typeof schema>;

export const credit = (): Credit => 'parts';

/** Every statement belongs to a group that exists. */
export function check({ groups, statements }: Pick<Sorting, 'groups' | 'statements'>): Mistake[] {
  const known = groups.map((group) => group.id);
  return statements.flatMap(({ group }, index) =>
    known.includes(group)
      ? []
      : [
          {
            pointer: `/statements${pointerStep(index)}/group`,
            message: `"${group}" is not a group here.`,
            hint: `Use one of ${known.map((one) => `"${one}"`).join(', ')}.`,
          },
        ],
  );
}

export const components = ({ statements, groups }: Sorting): Components => ({
  source: statements,
  target: groups.map(({ id, title }) => ({ id, text: title })),
});
