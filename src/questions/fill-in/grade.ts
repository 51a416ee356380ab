import { isAccepted, longestText, roomFor } from '../folding.ts';
import type { Response } from '../logic.ts';
import type { FillIn } from './schema.ts';

/** What grading needs of the question. */
export type FillInKey = Pick<FillIn, 'accepted' | 'caseSensitive' | 'accentSensitive'> & {
  readonly anticipated?: readonly { readonly answers: readonly string[] }[];
};

/** 1 for an accepted answer, else 0. The one token is the text as it was typed. */
export function grade(key: FillInKey, [text = '']: Response): number {
  return isAccepted(text, key.accepted, key) ? 1 : 0;
}

/** The place of the expected mistake that this is; -1 where it is none. */
export function anticipatedIn({ anticipated = [], ...folding }: FillInKey, text: string): number {
  return anticipated.findIndex(({ answers }) => isAccepted(text, answers, folding));
}

/** The longest response: all that fits the field. */
export function fullest({ accepted }: FillInKey): Response {
  return [longestText(roomFor(accepted))];
}
