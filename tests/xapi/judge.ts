/** Every statement that a test produces is judged by a published validator, besides the strict LRS that took it. */
import validation from '@learninglocker/xapi-validation';
import { expect } from 'vitest';
import type { ServedLrs } from '../../build/preview/lrs/serve-lrs.ts';

export function judge(lrs: Pick<ServedLrs, 'statements'>): void {
  for (const statement of lrs.statements())
    expect(validation(statement), JSON.stringify(statement)).toEqual([]);
}

/** The last word of the IRI of a verb or an object. */
export const lastWord = (value: unknown) =>
  String((value as { id: string }).id)
    .split('/')
    .pop() ?? '';

/** The last word of each verb, in order of arrival. */
export function verbsIn(lrs: Pick<ServedLrs, 'statements'>): string[] {
  return lrs.statements().map(({ verb }) => lastWord(verb));
}
