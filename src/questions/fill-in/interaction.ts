import type { Interaction, Response } from '../logic.ts';
import type { FillInKey } from './grade.ts';

export function interaction({ accepted }: FillInKey, [text = '']: Response): Interaction {
  return { type: 'fill-in', response: text, correct: accepted };
}
