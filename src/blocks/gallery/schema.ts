import { blockSchema } from '../../course/block.ts';
import { asset, inline } from '../../course/field.ts';

export const schema = blockSchema(
  'gallery',
  'Several pictures of one thing.',
  {
    items: {
      type: 'array',
      minItems: 2,
      maxItems: 20,
      items: {
        type: 'object',
        properties: {
          src: asset,
          alt: {
            type: 'string',
            format: 'plain',
            minLength: 1,
            maxLength: 500,
            description: 'What the picture shows.',
          },
          caption: inline,
        },
        required: ['src', 'alt'],
        additionalProperties: false,
      },
    },
  },
  ['items'],
);
