import type { Interaction, Pair, Response } from '../logic.ts';
import { type ClozeKey, textIn } from './grade.ts';

/** The standards have no cloze: one gap is a fill-in, several are steps of a performance. */
export function interaction({ gaps }: ClozeKey, response: Response): Interaction {
  const [only, ...others] = gaps;
  if (only && others.length === 0)
    return { type: 'fill-in', response: textIn(response, only.id), correct: only.accepted };
  return {
    type: 'performance',
    response: gaps.map(({ id }): Pair => [id, textIn(response, id)]),
    correct: gaps.map(({ id, accepted }): Pair => [id, accepted[0] ?? '']),
  };
}
