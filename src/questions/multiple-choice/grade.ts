import type { Response } from '../logic.ts';
import type { MultipleChoice } from './schema.ts';

/** All or nothing: 1 when every right option and no other is chosen. */
export function grade({ options }: Pick<MultipleChoice, 'options'>, response: Response): number {
  return response.every((token) => options.some((one) => one.id === token)) &&
    options.every((one) => response.includes(one.id) === Boolean(one.correct))
    ? 1
    : 0;
}

/** The longest response: every option. */
export function fullest({ options }: Pick<MultipleChoice, 'options'>): Response {
  return options.map((option) => option.id);
}
