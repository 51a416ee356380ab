/** Questions that cannot be answered fairly. */
import type { Question } from '../../../src/course/block.ts';
import { pagesOf, poolOf } from '../../../src/course/course.ts';
import { type Mistake, pointerStep } from '../../../src/course/problem.ts';
import { rememberedOf } from '../remembered.ts';
import type { Rule } from './rule.ts';

/** Options of a question can be told apart. */
export const optionsDiffer: Rule = ({ typed }) =>
  typed
    .filter(({ value }) => 'prompt' in value)
    .flatMap(({ pointer, value }) =>
      Object.entries(value).flatMap(([field, list]) =>
        Array.isArray(list) ? sameTexts(list, `${pointer}${pointerStep(field)}`) : [],
      ),
    );

function sameTexts(list: readonly unknown[], pointer: string): Mistake[] {
  const texts = list.map((item) =>
    typeof item === 'object' && item !== null && 'id' in item && 'text' in item ? item.text : undefined,
  );
  return texts.flatMap((text, index) =>
    text === undefined || texts.indexOf(text) === index
      ? []
      : [
          {
            pointer: `${pointer}${pointerStep(index)}/text`,
            message: `"${String(text).slice(0, 60)}" stands in this list before.`,
            hint: 'Let each say something else: learners cannot tell these two apart.',
          },
        ],
  );
}

/** No attempt asks the same thing twice. */
export const questionsDiffer: Rule = ({ course, typed }) =>
  pagesOf(course).flatMap(({ assessment }) => {
    const pool = assessment ? poolOf(course, assessment) : [];
    const seen = new Map<string, Question>();
    return pool.flatMap((question): Mistake[] => {
      const key = asked(question);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, question);
        return [];
      }
      const pointer = typed.find(({ value }) => value === (question as unknown))?.pointer;
      if (pointer === undefined) return [];
      return [
        {
          severity: 'warning',
          pointer: `${pointer}/prompt`,
          message: `"${first.id}" asks the same, with the same answers.`,
          hint: 'Ask something else: an attempt may ask both.',
        },
      ];
    });
  });

/** What a learner is asked, without what only the course knows of it. */
const asked = rememberedOf(
  ({ id, notes, sources, points, outcome, difficulty, hints, ...rest }: Question): string =>
    JSON.stringify(rest),
);
