/**
 * Two records of one learner that grew apart: a device that was offline, and another on which the learner went on.
 * Nothing that either holds as done is undone; where they differ the later one is right. Pure.
 */
import { assessedPages, type CourseOutline } from '../course/outline.ts';
import type { Bookmark } from './bookmark.ts';
import { countedOf } from './scoring.ts';
import type { Answer, Attempt, Progress } from './state.ts';

export function mergeProgress(outline: CourseOutline, one: Bookmark, other: Bookmark): Progress {
  const [newer, older] =
    one.savedAt >= other.savedAt ? [one.progress, other.progress] : [other.progress, one.progress];
  const attempts = import.meta.asksNothing ? {} : mergedAttempts(outline, newer, older);
  return {
    page: newer.page || older.page,
    seen: [...new Set([...older.seen, ...newer.seen])],
    texts: { ...older.texts, ...newer.texts },
    time: merged(newer.time, older.time, Math.max),
    attempts,
    answers: import.meta.asksNothing ? {} : mergedAnswers(outline, newer, older, attempts),
  };
}

/** The attempt that got further stands, with the result that counts of the two. */
function mergedAttempts(outline: CourseOutline, newer: Progress, older: Progress): Progress['attempts'] {
  const attempts: Record<string, Attempt> = {};
  for (const { id, assessment } of assessedPages(outline)) {
    const [now, before] = [newer.attempts[id], older.attempts[id]];
    const further = !now || (before && isFurther(before, now)) ? before : now;
    if (!further) continue;
    const counted =
      now?.counted && before?.counted
        ? countedOf(outline.passMark ?? 0, assessment, before.counted, now.counted)
        : (now?.counted ?? before?.counted ?? null);
    attempts[id] = { ...further, counted };
  }
  return attempts;
}

function isFurther(one: Attempt, other: Attempt): boolean {
  if (one.number !== other.number) return one.number > other.number;
  return one.isSubmitted && !other.isSubmitted;
}

/** The answers of an assessment go with its attempt; of a practice question the one checked more often stands. */
function mergedAnswers(
  outline: CourseOutline,
  newer: Progress,
  older: Progress,
  attempts: Progress['attempts'],
): Progress['answers'] {
  const answers: Record<string, Answer> = {
    ...merged(newer.answers, older.answers, (now, before) => (before.tries > now.tries ? before : now)),
  };
  for (const { id, assessment } of assessedPages(outline)) {
    const side = attempts[id]?.begunAt === newer.attempts[id]?.begunAt ? newer : older;
    for (const question of assessment.questions) {
      delete answers[question];
      const answer = side.answers[question];
      if (answer) answers[question] = answer;
    }
  }
  return answers;
}

/** The values of both, and where both have one what `choose` makes of them. */
function merged<Value>(
  newer: Readonly<Record<string, Value>>,
  older: Readonly<Record<string, Value>>,
  choose: (now: Value, before: Value) => Value,
): Record<string, Value> {
  const result: Record<string, Value> = { ...older };
  for (const [id, value] of Object.entries(newer)) {
    const before = older[id];
    result[id] = before === undefined ? value : choose(value, before);
  }
  return result;
}
