/** What each tool gets of the player that runs. */
import type { Word } from '../../locales/word.ts';
import type { Notes } from '../../sitting/notes.ts';
import type { OpenedSitting } from '../../sitting/sitting.ts';
import type { Pages } from '../pages.ts';
import type { Row } from '../receipt.ts';

export interface ToolContext {
  readonly window: Window;
  readonly document: Document;
  readonly sitting: OpenedSitting;
  readonly pages: Pages;
  readonly receipt: () => readonly Row[];
  readonly notes: Notes;
  readonly word: Word;
}

export type Tool = (context: ToolContext) => void;
