/** Which colours are seen on which: every pair of text and ground, or control and ground, that style sheets make. Pure. */
import { grounds, needed, type Palette } from './palette.ts';

export interface Pair {
  readonly colour: keyof Palette;
  readonly ground: keyof Palette;
  readonly needed: number;
  /** What is seen so. Goes into "… need 4.5:1". */
  readonly what: string;
}

const on = (
  colour: keyof Palette,
  where: readonly (keyof Palette)[],
  kind: keyof typeof needed,
  what: string,
): Pair[] => where.map((ground) => ({ colour, ground, needed: needed[kind], what }));

export const pairs: readonly Pair[] = [
  ...on('ink', grounds, 'text', 'texts'),
  ...on('quiet', grounds, 'text', 'quiet texts'),
  ...on('accent', grounds, 'text', 'links'),
  ...on('second', ['paper', 'surface'], 'text', 'notices'),
  ...on('right', ['paper', 'surface'], 'text', 'words of feedback'),
  ...on('wrong', ['paper', 'surface'], 'text', 'words of feedback'),
  // Words on buttons, at rest and under the pointer.
  ...on('paper', ['accent', 'accent-strong'], 'text', 'words on buttons'),
  ...on('line-strong', grounds, 'control', 'outlines of controls'),
  ...on('focus', grounds, 'control', 'focus marks'),
];

/** What the ground of a pair is made of, where no theme gives it. */
export const madeOf: Readonly<Partial<Record<keyof Palette, readonly ('paper' | 'ink' | 'accent')[]>>> = {
  surface: ['paper', 'ink', 'accent'],
  'accent-soft': ['paper', 'accent'],
  'accent-strong': ['accent', 'ink'],
};
