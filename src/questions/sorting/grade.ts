import type { Response } from '../logic.ts';
import type { Sorting } from './schema.ts';

/** What grading needs of the question. */
export type SortingKey = {
  readonly statements: readonly Pick<Sorting['statements'][number], 'id' | 'group'>[];
};

/** The share of the statements that stand in their own group. A token is statement and group: `1a`. */
export function grade({ statements }: SortingKey, response: Response): number {
  return statements.filter(({ id, group }) => response.includes(id + group)).length / statements.length;
}

/** The longest response: every statement in some group. */
export function fullest({ statements }: SortingKey): Response {
  return statements.map(({ id, group }) => id + group);
}
