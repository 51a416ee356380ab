/** Rules about a text by itself, whatever stands around it. */
import type { Mistake } from '../../../src/course/problem.ts';
import { remembered } from '../remembered.ts';
import type { Rule } from './rule.ts';

export interface TextRule {
  /** What the texts mean that it looks into; every meaning when left out. */
  readonly formats?: readonly string[];
  /** Pointers of the texts that it is about; all when left out. */
  readonly at?: RegExp;
  readonly mistakesIn: (text: string) => readonly Omit<Mistake, 'pointer'>[];
}

/** Several as one rule: what they find is remembered by the text, because after an edit most of a course is the same. */
export function eachText(rules: readonly TextRule[]): Rule {
  const finders = new Map<string, ReturnType<typeof finderOf>>();
  const finderOf = (format: string) => {
    const asked = rules.filter(({ formats }) => formats?.includes(format) ?? true);
    return remembered((text) =>
      asked.flatMap(({ at, mistakesIn }) => mistakesIn(text).map((mistake) => ({ at, mistake }))),
    );
  };
  return ({ fields }) =>
    fields.flatMap(({ format, pointer, value }): Mistake[] => {
      const find = finders.get(format) ?? finderOf(format);
      finders.set(format, find);
      return find(value).flatMap(({ at, mistake }) =>
        at?.test(pointer) === false ? [] : [{ ...mistake, pointer }],
      );
    });
}
