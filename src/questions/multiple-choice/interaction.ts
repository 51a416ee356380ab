import type { Interaction, Response } from '../logic.ts';
import type { MultipleChoice } from './schema.ts';

/** Options in the course's own order, whatever order they were shown or chosen in. */
export function interaction({ options }: Pick<MultipleChoice, 'options'>, response: Response): Interaction {
  return {
    type: 'choice',
    response: options.filter((one) => response.includes(one.id)).map((one) => one.id),
    correct: options.filter((one) => one.correct).map((one) => one.id),
  };
}
