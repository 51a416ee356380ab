/** A rule across the fields of a course: a small pure function that adds to the list of mistakes. */
import type { BlockType } from '../../../src/course/block.ts';
import type { Course } from '../../../src/course/course.ts';
import type { Found } from '../../../src/course/fields.ts';
import type { Mistake } from '../../../src/course/problem.ts';

export interface RuleInput extends Found<BlockType> {
  readonly course: Course;
  /** Every file of the course folder by its path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths of the JSON and Markdown files that the course is put together from. */
  readonly included: ReadonlySet<string>;
}

export type Rule = (input: RuleInput) => readonly Mistake[];
