import { blockSchema } from '../../course/block.ts';
import { titledTexts } from '../titled-texts.ts';

export const schema = blockSchema(
  'tabs',
  'Several texts in one place, one shown at a time; all of them in print and without a script.',
  {
    items: titledTexts(2),
  },
  ['items'],
);
