/** A rule across the fields of a course: a small pure function that adds to the list of mistakes. */
import type { BlockType } from '../../../src/course/block.ts';
import type { Course } from '../../../src/course/course.ts';
import type { Field, Typed } from '../../../src/course/fields.ts';
import type { Mistake } from '../../../src/course/problem.ts';

export interface RuleInput {
  readonly course: Course;
  /** Every string with a meaning, in reading order. */
  readonly fields: readonly Field[];
  /** Every block and question, in reading order. */
  readonly typed: readonly Typed<BlockType>[];
  /** Every file of the course folder by its path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths of the JSON and Markdown files that the course is put together from. */
  readonly included: ReadonlySet<string>;
}

export type Rule = (input: RuleInput) => readonly Mistake[];
