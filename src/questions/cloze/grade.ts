import { isAccepted, longestText, roomFor } from '../folding.ts';
import type { Response } from '../logic.ts';
import type { Cloze } from './schema.ts';

/** What grading needs of the question. */
export type ClozeKey = Pick<Cloze, 'gaps' | 'caseSensitive' | 'accentSensitive'>;

/** The share of the gaps that are filled as they should be. A token is gap and text: `1=peace`. */
export function grade(key: ClozeKey, response: Response): number {
  return key.gaps.filter((gap) => isFilled(key, gap, response)).length / key.gaps.length;
}

/** Whether this gap is filled as it should be. */
export function isFilled(
  key: ClozeKey,
  { id, accepted }: ClozeKey['gaps'][number],
  response: Response,
): boolean {
  return isAccepted(textIn(response, id), accepted, key);
}

/** What a gap was filled with; empty where it was not. */
export function textIn(response: Response, gap: string): string {
  return response.find((token) => token.startsWith(`${gap}=`))?.slice(2) ?? '';
}

/** The longest response: every gap filled with all that fits it. */
export function fullest({ gaps }: ClozeKey): Response {
  return gaps.map(({ id, accepted, options }) => {
    const longest = [...(options ?? [])].sort((a, b) => b.length - a.length)[0];
    return `${id}=${longest ?? longestText(roomFor(accepted))}`;
  });
}
