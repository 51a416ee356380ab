import type { Interaction, Response } from '../logic.ts';

export function interaction(_: unknown, [mark = '']: Response): Interaction {
  return { type: 'likert', response: mark };
}
