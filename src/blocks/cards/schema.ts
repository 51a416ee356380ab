import { blockSchema } from '../../course/block.ts';
import { titledTexts } from '../titled-texts.ts';

export const schema = blockSchema(
  'cards',
  'Things of one kind side by side, each with a title and a short text.',
  {
    items: titledTexts(2),
  },
  ['items'],
);
