/** All that a course holds, by what it means: walked once, whatever is asked of it. Pure. */
import type { BlockType } from '../../src/course/block.ts';
import { type Course, courseSchema } from '../../src/course/course.ts';
import { type Found, walk } from '../../src/course/fields.ts';
import type { TypedCourse } from './course-types.ts';

/** A course is not changed once it is walked. */
export function fieldsOf({ course, types }: Pick<TypedCourse, 'course' | 'types'>): Found<BlockType> {
  const known = walked.get(course);
  if (known) return known;
  const found = walk(course, courseSchema, types);
  walked.set(course, found);
  return found;
}

const walked = new WeakMap<Course, Found<BlockType>>();
