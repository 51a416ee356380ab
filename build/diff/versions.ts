/** Two versions of one document, and what the new one reads of a learner who was done in the old one. */
import { type CourseOutline, outlinePages, type PageOutline } from '../../src/course/outline.ts';
import type { Progress } from '../../src/session/state.ts';
import type { Change } from './change.ts';
import type { CourseDocument } from './course-document.ts';

export interface Versions {
  readonly before: CourseDocument;
  readonly after: CourseDocument;
  /** What is left of a learner who had done everything. */
  readonly kept: Progress;
}

/** A rule looks at one aspect of two versions. */
export type DiffRule = (versions: Versions) => Change[];

/** Ids of the old version that the new one lacks. */
export function goneFrom(before: readonly string[], after: readonly string[]): string[] {
  const present = new Set(after);
  return before.filter((id) => !present.has(id));
}

export function pageOf(outline: CourseOutline, id: string): PageOutline | undefined {
  return outlinePages(outline).find((page) => page.id === id);
}

/** The questions of both versions that are the same to a bookmark: a question of another type is another question. */
export function isSameQuestion({ before, after }: Versions, id: string): boolean {
  const [old, now] = [before.outline.questions[id], after.outline.questions[id]];
  return old !== undefined && old.type === now?.type;
}
