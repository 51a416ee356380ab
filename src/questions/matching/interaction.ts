import type { Interaction, Pair, Response } from '../logic.ts';
import type { MatchingKey } from './grade.ts';

export function interaction({ items }: MatchingKey, response: Response): Interaction {
  return {
    type: 'matching',
    response: response.map((token): Pair => [token.charAt(0), token.charAt(1)]),
    correct: items.map(({ id, target }): Pair => [id, target]),
  };
}
