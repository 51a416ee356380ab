import { blockSchema } from '../../course/block.ts';
import { titledTexts } from '../titled-texts.ts';

export const schema = blockSchema(
  'accordion',
  'Titles that open to show their text.',
  {
    items: titledTexts(1),
  },
  ['items'],
);
