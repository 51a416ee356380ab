import type { Interaction, Response } from '../logic.ts';
import type { NumericKey } from './grade.ts';
import { readNumber } from './read-number.ts';

/** What is no number is told as the text that it is. */
export function interaction({ min, max }: NumericKey, [text = '']: Response): Interaction {
  const number = readNumber(text);
  if (number === null) return { type: 'fill-in', response: text, correct: [String(min)] };
  return { type: 'numeric', response: number, correct: { min, max } };
}
