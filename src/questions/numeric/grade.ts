import type { Response } from '../logic.ts';
import { readNumber } from './read-number.ts';
import type { Numeric } from './schema.ts';

/** What grading needs of the question. */
export type NumericKey = NumberRange & { readonly anticipated?: readonly NumberRange[] };

/** Numbers that are meant: one and its tolerance, or all from one to another. */
export type NumberRange = Pick<Numeric, 'answer' | 'tolerance' | 'min' | 'max'>;

/** Most characters of a typed number. */
export const room = 20;

/** The smallest and the largest number that are meant. */
export function rangeOf({ answer = 0, tolerance = 0, min, max }: NumberRange): { min: number; max: number } {
  return { min: min ?? answer - tolerance, max: max ?? answer + tolerance };
}

/** 1 for a number within the range, else 0. The one token is the number as it was typed. */
export function grade(key: NumericKey, [text = '']: Response): number {
  return isWithin(key, text) ? 1 : 0;
}

/** The place of the expected mistake that this number is; -1 where it is none. */
export function anticipatedIn({ anticipated = [] }: NumericKey, text: string): number {
  return anticipated.findIndex((range) => isWithin(range, text));
}

function isWithin(range: NumberRange, text: string): boolean {
  const number = readNumber(text);
  const { min, max } = rangeOf(range);
  return number !== null && number >= min && number <= max;
}

/** The longest response: all that fits the field, were it words. */
export function fullest(): Response {
  return ['\uFFFD'.repeat(room)];
}
