import type { Response } from '../logic.ts';
import type { Likert } from './schema.ts';

/** What the player needs of the question. */
export type LikertKey = { readonly scale: readonly Pick<Likert['scale'][number], 'id'>[] };

export const isUnscored = true;

/** Always 0: an opinion is neither right nor wrong. */
export function grade(): number {
  return 0;
}

/** The longest response: one point of the scale. */
export function fullest({ scale }: LikertKey): Response {
  return scale.slice(0, 1).map(({ id }) => id);
}
