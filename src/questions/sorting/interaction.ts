import type { Interaction, Pair, Response } from '../logic.ts';
import type { SortingKey } from './grade.ts';

/** SCORM and xAPI have no sorting: a statement matched with its group says the same. */
export function interaction({ statements }: SortingKey, response: Response): Interaction {
  return {
    type: 'matching',
    response: response.map((token): Pair => [token.charAt(0), token.charAt(1)]),
    correct: statements.map(({ id, group }): Pair => [id, group]),
  };
}
