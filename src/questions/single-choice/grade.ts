import type { Response } from '../logic.ts';
import type { SingleChoice } from './schema.ts';

/** 1 for the right option alone, else 0. */
export function grade({ options }: Pick<SingleChoice, 'options'>, response: Response): number {
  const right = options.find((one) => one.correct)?.id;
  return response.length === 1 && response[0] === right ? 1 : 0;
}

/** The longest response: one option. */
export function fullest({ options }: Pick<SingleChoice, 'options'>): Response {
  return options.slice(0, 1).map((option) => option.id);
}
