import { blockSchema } from '../../course/block.ts';
import { asset, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'embed',
  'An HTML file of the course in a frame of its own: without access to the course, the LMS or other hosts.',
  {
    src: {
      ...asset,
      format: 'embed',
      description: 'An .html file of the course folder that needs no other file.',
    },
    title: plain,
    height: { type: 'integer', minimum: 100, maximum: 2000, description: 'Height of the frame in pixels.' },
  },
  ['src', 'title', 'height'],
);
