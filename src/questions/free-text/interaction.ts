import type { Interaction, Response } from '../logic.ts';

export function interaction(_: unknown, [text = '']: Response): Interaction {
  return { type: 'fill-in', response: text, correct: [] };
}
