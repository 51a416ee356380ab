/** Every change between two versions of one document, as its learners meet it. Reads like a table of contents. Pure. */
import type { Change } from './change.ts';
import type { CourseDocument } from './course-document.ts';
import { carriedOver, justDone } from './played.ts';
import { answerChanges } from './rules/answers.ts';
import { assessmentChanges } from './rules/assessments.ts';
import { lessonChanges } from './rules/lessons.ts';
import { outcomeChanges } from './rules/outcomes.ts';
import { pageChanges } from './rules/pages.ts';
import { questionChanges } from './rules/questions.ts';
import { releaseChanges } from './rules/release.ts';
import { scoringChanges } from './rules/scoring.ts';
import { textChanges } from './rules/texts.ts';
import { wholeCourseChanges } from './rules/whole-course.ts';
import { keptChanges, standingChanges } from './rules/whole-standing.ts';
import type { DiffRule } from './versions.ts';

const rules: readonly DiffRule[] = [
  keptChanges,
  standingChanges,
  pageChanges,
  lessonChanges,
  questionChanges,
  answerChanges,
  assessmentChanges,
  scoringChanges,
  textChanges,
  outcomeChanges,
  releaseChanges,
];

/** Where no progress is left there is nothing to say of its parts. */
export function compareDocuments(before: CourseDocument, after: CourseDocument): Change[] {
  const whole = wholeCourseChanges({ before, after });
  if (whole.length > 0) return whole;
  const kept = carriedOver(before.outline, after.outline, justDone(before.outline));
  if (kept === null) throw new Error('The bookmark of the old version cannot be read, and no rule says why.');
  return rules.flatMap((rule) => rule({ before, after, kept }));
}
