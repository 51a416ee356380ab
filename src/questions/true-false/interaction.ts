import type { Interaction, Response } from '../logic.ts';
import type { TrueFalse } from './schema.ts';

export function interaction({ answer }: Pick<TrueFalse, 'answer'>, response: Response): Interaction {
  return { type: 'true-false', response: response[0] === 't', correct: answer };
}
