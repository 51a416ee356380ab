import type { Response } from '../logic.ts';
import type { Matching } from './schema.ts';

/** What grading needs of the question. */
export type MatchingKey = {
  readonly items: readonly Pick<Matching['items'][number], 'id' | 'target'>[];
};

/** The share of the items that are matched with their own target. A token is item and target: `1a`. */
export function grade({ items }: MatchingKey, response: Response): number {
  return items.filter(({ id, target }) => response.includes(id + target)).length / items.length;
}

/** The longest response: every item with some target. */
export function fullest({ items }: MatchingKey): Response {
  return items.map(({ id, target }) => id + target);
}
