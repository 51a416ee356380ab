/** What a course uses of blocks, questions and lessons: its package carries nothing for others. Pure. */
import type { BlockType } from '../../src/course/block.ts';
import { fieldsOf } from './course-fields.ts';
import type { TypedCourse } from './course-types.ts';

/** Names of the types that a course uses, in the order of the records that declare them. */
export interface UsedTypes {
  readonly blocks: readonly string[];
  readonly questions: readonly string[];
  /** More lessons than one: they have titles, and ends. */
  readonly hasLessons: boolean;
}

export function usedTypes({ course, types }: TypedCourse): UsedTypes {
  const { typed } = fieldsOf({ course, types });
  const met = new Set<BlockType>(typed.map(({ type }) => type));
  const asked = new Set(typed.map(({ type, value }) => type.question?.(value as never).type));
  return {
    blocks: Object.keys(types.block).filter((name) => met.has(types.block[name] as BlockType)),
    questions: Object.keys(types.question).filter(
      (name) => asked.has(name) || met.has(types.question[name] as BlockType),
    ),
    hasLessons: course.lessons.length > 1,
  };
}
