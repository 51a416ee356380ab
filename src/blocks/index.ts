/** Every block type, for the builder. A folder that is not listed here fails the contract test. */
import type { BlockType } from '../course/block.ts';
import * as accordion from './accordion/schema.ts';
import * as annotatedImage from './annotated-image/schema.ts';
import * as audio from './audio/schema.ts';
import * as callout from './callout/schema.ts';
import * as cards from './cards/schema.ts';
import * as caseBlock from './case/schema.ts';
import * as comparison from './comparison/schema.ts';
import * as definition from './definition/schema.ts';
import * as embed from './embed/schema.ts';
import * as figure from './figure/schema.ts';
import * as gallery from './gallery/schema.ts';
import * as groupedList from './grouped-list/schema.ts';
import * as image from './image/schema.ts';
import * as keyMessage from './key-message/schema.ts';
import * as knowledgeCheck from './knowledge-check/schema.ts';
import * as links from './links/schema.ts';
import * as quotation from './quotation/schema.ts';
import * as references from './references/schema.ts';
import * as reflection from './reflection/schema.ts';
import * as sortingActivity from './sorting-activity/schema.ts';
import * as steps from './steps/schema.ts';
import * as table from './table/schema.ts';
import * as tabs from './tabs/schema.ts';
import * as text from './text/schema.ts';
import * as timeline from './timeline/schema.ts';
import * as video from './video/schema.ts';

export const blockTypes = {
  accordion,
  'annotated-image': annotatedImage,
  audio,
  callout,
  cards,
  case: caseBlock,
  comparison,
  definition,
  embed,
  figure,
  gallery,
  'grouped-list': groupedList,
  image,
  'key-message': keyMessage,
  'knowledge-check': knowledgeCheck,
  links,
  quotation,
  references,
  reflection,
  'sorting-activity': sortingActivity,
  steps,
  table,
  tabs,
  text,
  timeline,
  video,
} as const satisfies Readonly<Record<string, BlockType>>;
