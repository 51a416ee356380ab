import { blockSchema } from '../../course/block.ts';
import { asset, inline, mark, markdown, plain } from '../../course/field.ts';

const percent = { type: 'number', minimum: 0, maximum: 100 } as const;

export const schema = blockSchema(
  'annotated-image',
  'A picture with points that open to explain what is there.',
  {
    src: asset,
    alt: {
      type: 'string',
      format: 'plain',
      minLength: 1,
      maxLength: 500,
      description: 'What the picture shows.',
    },
    caption: inline,
    points: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        properties: {
          id: mark,
          x: { ...percent, description: 'Per cent of the width, from the left.' },
          y: { ...percent, description: 'Per cent of the height, from the top.' },
          title: plain,
          text: markdown,
        },
        required: ['id', 'x', 'y', 'title', 'text'],
        additionalProperties: false,
      },
    },
  },
  ['src', 'alt', 'points'],
);
