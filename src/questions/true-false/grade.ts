import type { Response } from '../logic.ts';
import type { TrueFalse } from './schema.ts';

/** 1 for the right one of `t` and `f`, else 0. */
export function grade({ answer }: Pick<TrueFalse, 'answer'>, response: Response): number {
  return response.length === 1 && response[0] === (answer ? 't' : 'f') ? 1 : 0;
}

/** The longest response: one of two letters. */
export function fullest(): Response {
  return ['t'];
}
