/** What a set of choices earns: for questions with any number of right ones. Pure. */
import type { Credit, Response } from './logic.ts';

export const partialCredit = {
  type: 'boolean',
  description:
    'true where a part of the answer earns a part of the points; all or nothing when left out. See src/questions/README.md.',
} as const;

export interface Choice {
  readonly id: string;
  readonly correct?: boolean | undefined;
}

/** The rule of a set of choices, for the learner. */
export function creditOfChoices(question: { readonly partialCredit?: boolean }): Credit {
  return question.partialCredit ? 'choices' : 'all';
}

/**
 * All or nothing: 1 when every right choice and no other is made. With partial credit each right one earns its share
 * and each wrong one takes a share back, down to 0: choosing everything earns no more than knowing something.
 */
export function gradeOfChoices(
  choices: readonly Choice[],
  response: Response,
  isPartial: boolean | undefined,
): number {
  const right = choices.filter(({ correct }) => correct);
  const made = new Set(response);
  const hits = right.filter(({ id }) => made.has(id)).length;
  const misses = made.size - hits;
  if (!isPartial) return hits === right.length && misses === 0 ? 1 : 0;
  return Math.max(0, hits - misses) / right.length;
}
