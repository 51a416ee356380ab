import { gradeOfChoices } from '../choosing.ts';
import type { Response } from '../logic.ts';
import type { Hotspot } from './schema.ts';

/** What grading needs of the question. */
export type HotspotKey = {
  readonly areas: readonly Pick<Hotspot['areas'][number], 'id' | 'correct'>[];
  readonly partialCredit?: boolean;
};

/** The share of the points by the rule for choices. Tokens are marks of areas. */
export function grade({ areas, partialCredit }: HotspotKey, response: Response): number {
  return gradeOfChoices(areas, response, partialCredit);
}

/** The longest response: every area. */
export function fullest({ areas }: HotspotKey): Response {
  return areas.map(({ id }) => id);
}
