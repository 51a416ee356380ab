import type { Interaction, Response } from '../logic.ts';
import { type NumericKey, rangeOf } from './grade.ts';
import { readNumber } from './read-number.ts';

/** What is no number is told as the text that it is. */
export function interaction(key: NumericKey, [text = '']: Response): Interaction {
  const number = readNumber(text);
  const { min, max } = rangeOf(key);
  if (number === null) return { type: 'fill-in', response: text, correct: [String(min)] };
  return { type: 'numeric', response: number, correct: { min, max } };
}
