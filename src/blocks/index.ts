/** Every block type, for the builder. A folder that is not listed here fails the contract test. */
import type { BlockType } from '../course/block.ts';
import * as caseBlock from './case/schema.ts';
import * as comparison from './comparison/schema.ts';
import * as definition from './definition/schema.ts';
import * as image from './image/schema.ts';
import * as keyMessage from './key-message/schema.ts';
import * as reflection from './reflection/schema.ts';
import * as sortingActivity from './sorting-activity/schema.ts';
import * as text from './text/schema.ts';

export const blockTypes = {
  case: caseBlock,
  comparison,
  definition,
  image,
  'key-message': keyMessage,
  reflection,
  'sorting-activity': sortingActivity,
  text,
} as const satisfies Readonly<Record<string, BlockType>>;
