import { blockSchema } from '../../course/block.ts';
import { titledTexts } from '../titled-texts.ts';

export const schema = blockSchema(
  'steps',
  'What to do, one step after the other.',
  {
    items: titledTexts(2),
  },
  ['items'],
);
