import type { Response } from '../logic.ts';
import { readNumber } from './read-number.ts';
import type { Numeric } from './schema.ts';

/** What grading needs of the question. */
export type NumericKey = Pick<Numeric, 'answer' | 'tolerance' | 'min' | 'max'>;

/** Most characters of a typed number. */
export const room = 20;

/** The smallest and the largest number that are right. */
export function rangeOf({ answer = 0, tolerance = 0, min, max }: NumericKey): { min: number; max: number } {
  return { min: min ?? answer - tolerance, max: max ?? answer + tolerance };
}

/** 1 for a number within the range, else 0. The one token is the number as it was typed. */
export function grade(key: NumericKey, [text = '']: Response): number {
  const number = readNumber(text);
  const { min, max } = rangeOf(key);
  return number !== null && number >= min && number <= max ? 1 : 0;
}

/** The longest response: all that fits the field, were it words. */
export function fullest(): Response {
  return ['\uFFFD'.repeat(room)];
}
