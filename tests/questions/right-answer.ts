/** What to answer to a question of a course, worked out from the question as its author wrote it. */
import type { TypedCourse } from '../../build/pipeline/course-types.ts';

import type { Question } from '../../src/course/block.ts';
import { courseSchema } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { Response } from '../../src/questions/logic.ts';
import { type NumericKey, rangeOf } from '../../src/questions/numeric/grade.ts';
import { bestWay, gradeOfEnd, type ScenarioKey } from '../../src/questions/scenario/path.ts';

type Fields = Question & {
  readonly options: readonly { id: string; correct?: boolean }[];
  readonly areas: readonly { id: string; correct?: boolean }[];
  readonly accepted: readonly string[];
  readonly gaps: readonly { id: string; accepted: readonly string[]; options?: readonly string[] }[];
  readonly items: readonly { id: string; target?: string }[];
  readonly targets: readonly { id: string }[];
  readonly statements: readonly { id: string; group: string }[];
  readonly groups: readonly { id: string }[];
  readonly scale: readonly { id: string }[];
} & ScenarioKey &
  NumericKey;

const chosen = (list: readonly { id: string; correct?: boolean }[], wanted: boolean) =>
  list.filter(({ correct }) => (correct ?? false) === wanted).map(({ id }) => id);

/** Earns all the points. For a question that is never scored, any answer that is whole. */
export function rightAnswer(question: Question): Response {
  const fields = question as Fields;
  const isTrue = (question as { answer?: unknown }).answer === true;
  switch (question.type) {
    case 'true-false':
      return [isTrue ? 't' : 'f'];
    case 'single-choice':
    case 'multiple-choice':
      return chosen(fields.options, true);
    case 'hotspot':
      return chosen(fields.areas, true);
    case 'fill-in':
      return [fields.accepted[0] ?? ''];
    case 'numeric':
      return [String(rangeOf(fields).min)];
    case 'cloze':
      return fields.gaps.map(
        ({ id, accepted, options }) => `${id}=${accepted.find((one) => !options || options.includes(one))}`,
      );
    case 'matching':
      return fields.items.map(({ id, target }) => id + target);
    case 'sorting':
      return fields.statements.map(({ id, group }) => id + group);
    case 'sequencing':
      return fields.items.map(({ id }) => id);
    case 'scenario':
      return bestWay(fields, (one, other) => gradeOfEnd(one.end) > gradeOfEnd(other.end)).steps;
    case 'likert':
      return [fields.scale[0]?.id ?? ''];
    default:
      return ['A thought'];
  }
}

/** Whole, and wrong in every part of it that can be wrong. */
export function wrongAnswer(question: Question): Response {
  const fields = question as Fields;
  const isTrue = (question as { answer?: unknown }).answer === true;
  const other = (list: readonly { id: string }[], id: string | undefined) =>
    list.find((one) => one.id !== id)?.id;
  switch (question.type) {
    case 'true-false':
      return [isTrue ? 'f' : 't'];
    case 'single-choice':
      return chosen(fields.options, false).slice(0, 1);
    case 'multiple-choice':
      return chosen(fields.options, false);
    case 'hotspot':
      return chosen(fields.areas, false);
    case 'numeric':
      return [String(rangeOf(fields).max + 1000)];
    case 'cloze':
      return fields.gaps.map(
        ({ id, accepted, options }) => `${id}=${options?.find((one) => !accepted.includes(one)) ?? 'zzz'}`,
      );
    case 'matching':
      return fields.items.map(({ id, target }) => `${id}${other(fields.targets, target)}`);
    case 'sorting':
      return fields.statements.map(({ id, group }) => `${id}${other(fields.groups, group)}`);
    case 'sequencing':
      return fields.items.map(({ id }) => id).reverse();
    case 'scenario':
      return bestWay(fields, (one, best) => gradeOfEnd(one.end) < gradeOfEnd(best.end)).steps;
    default:
      return ['zzz'];
  }
}

/** Every question of a course by its id, wherever it stands. */
export function questionsOf({ course, types }: TypedCourse): ReadonlyMap<string, Question> {
  const { typed } = walk(course, courseSchema, types);
  const names = Object.keys(types.question);
  const questions = typed.flatMap(({ type, value }) => {
    if (names.includes(String(value.type))) return [value as unknown as Question];
    return type.question ? [type.question(value as never) as Question] : [];
  });
  return new Map(questions.map((question) => [question.id, question]));
}
