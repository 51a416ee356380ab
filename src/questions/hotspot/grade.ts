import type { Response } from '../logic.ts';
import type { Hotspot } from './schema.ts';

/** What grading needs of the question. */
export type HotspotKey = { readonly areas: readonly Pick<Hotspot['areas'][number], 'id' | 'correct'>[] };

/** 1 for all right areas and no other, else 0. */
export function grade({ areas }: HotspotKey, response: Response): number {
  return areas.every(({ id, correct }) => response.includes(id) === Boolean(correct)) ? 1 : 0;
}

/** The longest response: every area. */
export function fullest({ areas }: HotspotKey): Response {
  return areas.map(({ id }) => id);
}
