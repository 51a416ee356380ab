import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { asset, inline, mark, plain } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';
import { creditOfChoices, partialCredit } from '../choosing.ts';
import type { Components } from '../logic.ts';

const percent = { type: 'number', minimum: 0, maximum: 100 } as const;

export const schema = questionSchema(
  'hotspot',
  'A picture on which the right places are to be chosen.',
  {
    src: asset,
    alt: {
      type: 'string',
      format: 'plain',
      minLength: 1,
      maxLength: 500,
      description: 'What the picture shows, without the answer.',
    },
    areas: {
      type: 'array',
      minItems: 2,
      maxItems: 12,
      items: {
        type: 'object',
        properties: {
          id: mark,
          title: { ...plain, description: 'What is there, for those who cannot see it.' },
          x: { ...percent, description: 'Left edge, per cent of the width.' },
          y: { ...percent, description: 'Upper edge, per cent of the height.' },
          width: percent,
          height: percent,
          correct: { type: 'boolean' },
          feedback: inline,
        },
        required: ['id', 'title', 'x', 'y', 'width', 'height'],
        additionalProperties: false,
      },
    },
    partialCredit,
  },
  ['src', 'alt', 'areas'],
);

export type Hotspot = FromSchema<typeof schema>;

export const credit = creditOfChoices;

/** One area at least is right, and all of them lie within the picture. */
export function check({ areas }: Hotspot): Mistake[] {
  return [
    ...(areas.some((area) => area.correct)
      ? []
      : [
          {
            pointer: '/areas',
            message: 'no area is marked correct.',
            hint: 'A hotspot question needs at least one area with "correct": true.',
          },
        ]),
    ...areas.flatMap(({ x, y, width, height }, index): Mistake[] =>
      x + width <= 100 && y + height <= 100
        ? []
        : [
            {
              pointer: `/areas${pointerStep(index)}`,
              message: `the area ends at ${x + width} per cent of the width and ${y + height} of the height.`,
              hint: 'x + width and y + height are at most 100.',
            },
          ],
    ),
  ];
}

export const components = ({ areas }: Hotspot): Components => ({
  choices: areas.map(({ id, title }) => ({ id, text: title })),
});
