import { blockSchema } from '../../course/block.ts';
import { asset, markdown, plain } from '../../course/field.ts';

export const schema = blockSchema(
  'video',
  'A film with captions and its transcript (WCAG 1.2.2, 1.2.3).',
  {
    title: plain,
    src: { ...asset, format: 'media' },
    captions: {
      ...asset,
      format: 'captions',
      description: 'A WebVTT file (.vtt) in the language of the course.',
    },
    poster: asset,
    transcript: {
      ...markdown,
      description: 'All that is said and all that matters to be heard or seen. Markdown.',
    },
  },
  ['title', 'src', 'captions', 'transcript'],
);
