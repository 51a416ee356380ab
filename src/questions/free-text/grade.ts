import { longestText } from '../folding.ts';
import type { Response } from '../logic.ts';
import type { FreeText } from './schema.ts';

/** What the player needs of the question. */
export type FreeTextKey = Pick<FreeText, 'maxLength'>;

export const isUnscored = true;

/** Room for a short paragraph where the author says nothing. */
export function room({ maxLength }: FreeTextKey): number {
  return maxLength ?? 300;
}

/** Always 0: own words are neither right nor wrong. */
export function grade(): number {
  return 0;
}

/** The longest response: all that fits the field. */
export function fullest(key: FreeTextKey): Response {
  return [longestText(room(key))];
}
