import { blockSchema } from '../../course/block.ts';
import { asset, inline } from '../../course/field.ts';
import type { Mistake } from '../../course/problem.ts';

export const schema = blockSchema(
  'image',
  'A picture, with its text for those who cannot see it.',
  {
    src: asset,
    alt: {
      type: 'string',
      format: 'plain',
      maxLength: 500,
      description: 'What the picture says, for those who cannot see it.',
    },
    decorative: {
      type: 'boolean',
      description: 'true where the picture says nothing that the text does not.',
    },
    caption: inline,
  },
  ['src'],
);

/** WCAG 1.1.1: a picture has alternative text, or is marked as decoration. */
export function check({ alt, decorative }: { alt?: string; decorative?: boolean }): Mistake[] {
  if (decorative || alt?.trim()) return [];
  return [
    {
      pointer: alt === undefined ? '' : '/alt',
      message:
        alt === undefined ? 'the image has no alternative text.' : `the alternative text is empty: "${alt}".`,
      hint: 'Say in "alt" what the picture shows, or set "decorative": true if it says nothing that the text does not.',
    },
  ];
}
