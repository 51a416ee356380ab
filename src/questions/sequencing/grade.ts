import type { Response } from '../logic.ts';
import type { Sequencing } from './schema.ts';

/** What grading needs of the question: its items in the right order. */
export type SequencingKey = {
  readonly items: readonly Pick<Sequencing['items'][number], 'id'>[];
  readonly partialCredit?: boolean;
};

/**
 * 1 for the whole order, else 0. With partial credit the share of the steps from one thing to the next that are
 * right, so that one thing at a wrong place does not cost all that follow. Tokens are the marks in the learner's order.
 */
export function grade({ items, partialCredit }: SequencingKey, response: Response): number {
  const order = items.map(({ id }) => id);
  if (response.length !== order.length || new Set(response).size !== order.length) return 0;
  if (!partialCredit) return order.every((id, index) => response[index] === id) ? 1 : 0;
  const steps = order.slice(1).filter((id, index) => {
    const place = response.indexOf(id);
    return place > 0 && response[place - 1] === order[index];
  });
  return steps.length / (order.length - 1);
}

/** The longest response: every item. */
export function fullest({ items }: SequencingKey): Response {
  return items.map(({ id }) => id);
}
