/** A course of a few texts, and its segments, for tests of translations. */
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import type { Unit } from '../../build/pipeline/translation/read-xliff.ts';
import { type Segment, segmentsOf } from '../../build/pipeline/translation/segments.ts';
import type { Block } from '../../src/course/block.ts';
import { courseOf } from '../contracts/course-of.ts';

export function segmentsWith(blocks: readonly object[]): Segment[] {
  const parsed = parseCourse(courseOf({ blocks: blocks as Block[] }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return segmentsOf(parsed.course, parsed.types);
}

export function aUnit(id: string, source: string, target: string): Unit {
  return { id, source, target, isUnsure: false, earlier: null, offset: 0 };
}
