import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { answer, inline, mark, markdown } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';
import type { Components, Credit } from '../logic.ts';

export const schema = questionSchema(
  'cloze',
  'A text with gaps, typed or chosen; each gap earns its share of the points.',
  {
    text: {
      ...markdown,
      description: 'Markdown in which each gap is written [[1]], with the id of the gap.',
    },
    gaps: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      items: {
        type: 'object',
        properties: {
          id: mark,
          accepted: { type: 'array', minItems: 1, items: { ...answer, maxLength: 60 } },
          options: {
            type: 'array',
            minItems: 2,
            maxItems: 8,
            items: { ...answer, maxLength: 60 },
            description: 'What can be chosen; typed when left out. It holds an accepted answer.',
          },
          explanation: { ...inline, description: 'Why this fills the gap. One line of Markdown.' },
        },
        required: ['id', 'accepted'],
        additionalProperties: false,
      },
    },
    caseSensitive: { type: 'boolean', description: 'true where capital letters matter.' },
    accentSensitive: { type: 'boolean', description: 'true where accents matter.' },
  },
  ['text', 'gaps'],
);

export type Cloze = FromSchema<typeof schema>;

export const credit = (): Credit => 'parts';

/** A gap where it stands in the text. */
export const gapPattern = /\[\[([0-9a-z])\]\]/g;

/** Every gap stands in the text once, and what can be chosen holds what is accepted. */
export function check({ text, gaps }: Cloze): Mistake[] {
  const placed = [...text.matchAll(gapPattern)].map(([, id = '']) => id);
  return [
    ...gaps.flatMap(({ id, accepted, options }, index): Mistake[] => [
      ...(placed.filter((one) => one === id).length === 1
        ? []
        : [
            {
              pointer: `/gaps${pointerStep(index)}/id`,
              message: `the gap "${id}" stands in the text ${placed.filter((one) => one === id).length} times.`,
              hint: `Write [[${id}]] in "text" where the gap is, once.`,
            },
          ]),
      ...(!options || accepted.some((one) => options.includes(one))
        ? []
        : [
            {
              pointer: `/gaps${pointerStep(index)}/options`,
              message: 'what can be chosen holds no accepted answer.',
              hint: `Add one of ${accepted.map((one) => `"${one}"`).join(', ')}, written the same way.`,
            },
          ]),
    ]),
    ...placed.flatMap((id): Mistake[] =>
      gaps.some((gap) => gap.id === id)
        ? []
        : [
            {
              pointer: '/text',
              quote: `[[${id}]]`,
              message: `[[${id}]] is a gap that "gaps" does not have.`,
              hint: `Add it to "gaps", or take it out of the text.`,
            },
          ],
    ),
  ];
}

/** The text of a cloze is in its gaps' surroundings, which a gap does not have of its own. */
export const components = ({ gaps }: Cloze): Components => ({ steps: gaps.map(({ id }) => ({ id })) });
