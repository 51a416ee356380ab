import { gradeOfChoices } from '../choosing.ts';
import type { Response } from '../logic.ts';
import type { MultipleChoice } from './schema.ts';

/** What grading needs of the question. */
export type MultipleChoiceKey = Pick<MultipleChoice, 'options' | 'partialCredit'>;

/** The share of the points by the rule for choices. Tokens are marks of options. */
export function grade({ options, partialCredit }: MultipleChoiceKey, response: Response): number {
  return gradeOfChoices(options, response, partialCredit);
}

/** The longest response: every option. */
export function fullest({ options }: Pick<MultipleChoice, 'options'>): Response {
  return options.map((option) => option.id);
}
