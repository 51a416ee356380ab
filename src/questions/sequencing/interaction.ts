import type { Interaction, Response } from '../logic.ts';
import type { SequencingKey } from './grade.ts';

export function interaction({ items }: SequencingKey, response: Response): Interaction {
  return { type: 'sequencing', response, correct: items.map(({ id }) => id) };
}
