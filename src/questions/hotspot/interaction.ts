import type { Interaction, Response } from '../logic.ts';
import type { HotspotKey } from './grade.ts';

/** The standards have no hotspot: areas are options to choose from. */
export function interaction({ areas }: HotspotKey, response: Response): Interaction {
  return {
    type: 'choice',
    response: areas.filter(({ id }) => response.includes(id)).map(({ id }) => id),
    correct: areas.filter(({ correct }) => correct).map(({ id }) => id),
  };
}
