import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline, mark } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';
import type { Components, Credit } from '../logic.ts';

export const schema = questionSchema(
  'matching',
  'Each thing on one side belongs to one on the other; each match earns its share of the points.',
  {
    items: {
      type: 'array',
      minItems: 2,
      maxItems: 12,
      items: {
        type: 'object',
        properties: {
          id: mark,
          text: inline,
          target: { type: 'string', description: 'The id of the target that belongs to it.' },
          explanation: { ...inline, description: 'Why it belongs there. One line of Markdown.' },
        },
        required: ['id', 'text', 'target'],
        additionalProperties: false,
      },
    },
    targets: {
      type: 'array',
      minItems: 2,
      maxItems: 12,
      items: {
        type: 'object',
        properties: { id: mark, text: inline },
        required: ['id', 'text'],
        additionalProperties: false,
      },
    },
  },
  ['items', 'targets'],
);

export type Matching = FromSchema<typeof schema>;

export const credit = (): Credit => 'parts';

/** Every item belongs to a target that is there. */
export function check({ items, targets }: Matching): Mistake[] {
  return items.flatMap(({ target }, index) =>
    targets.some(({ id }) => id === target)
      ? []
      : [
          {
            pointer: `/items${pointerStep(index)}/target`,
            message: `"${target}" is not the id of a target of this question.`,
            hint: `The targets are ${targets.map(({ id }) => `"${id}"`).join(', ')}.`,
          },
        ],
  );
}

export const components = ({ items, targets }: Matching): Components => ({ source: items, target: targets });
