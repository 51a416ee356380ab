import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline, mark } from '../../course/field.ts';
import { partialCredit } from '../choosing.ts';
import type { Components, Credit } from '../logic.ts';

export const schema = questionSchema(
  'sequencing',
  'Things to be put in order; the course lists them in the right one.',
  {
    items: {
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
    partialCredit,
  },
  ['items'],
);

export type Sequencing = FromSchema<typeof schema>;

export function credit(question: Sequencing): Credit {
  return question.partialCredit ? 'steps' : 'all';
}

export const components = ({ items }: Sequencing): Components => ({ choices: items });
