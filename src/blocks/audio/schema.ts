import { blockSchema } from '../../course/block.ts';
import { asset, markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'audio',
  'Sound with its transcript (WCAG 1.2.1).',
  {
    title: plain,
    src: { ...asset, format: 'media' },
    transcript: {
      ...markdown,
      description: 'All that is said and all that matters to be heard or seen. Markdown.',
    },
  },
  ['title', 'src', 'transcript'],
);
