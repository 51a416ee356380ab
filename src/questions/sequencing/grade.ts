import type { Response } from '../logic.ts';
import type { Sequencing } from './schema.ts';

/** What grading needs of the question: its items in the right order. */
export type SequencingKey = { readonly items: readonly Pick<Sequencing['items'][number], 'id'>[] };

/** 1 for the whole order, else 0. Tokens are the marks in the learner's order. */
export function grade({ items }: SequencingKey, response: Response): number {
  return response.length === items.length && items.every(({ id }, index) => response[index] === id) ? 1 : 0;
}

/** The longest response: every item. */
export function fullest({ items }: SequencingKey): Response {
  return items.map(({ id }) => id);
}
