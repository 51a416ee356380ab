/** A block type that does something on the screen: it brings its HTML to life, once, when the course starts. */
import type { Word } from '../locales/word.ts';

/**
 * @param kept what the learner wrote here before; empty at first
 * @param keep is to be called with what the learner writes
 */
export type BlockBehaviour = (
  element: HTMLElement,
  kept: string,
  keep: (text: string) => void,
  word: Word,
) => void;
