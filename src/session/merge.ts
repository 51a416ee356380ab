/**
 * Two records of one learner that grew apart: a device that was offline, and another on which the learner went on.
 * Nothing that either holds as done is undone. Where they differ, what was changed since they last agreed is right;
 * where both were, the later one. Pure.
 */
import { assessedPages, type CourseOutline } from '../course/outline.ts';
import type { Bookmark } from './bookmark.ts';
import { countedOf } from './scoring.ts';
import type { Answer, Attempt, Progress } from './state.ts';

/** @param base what both held when they last agreed; no progress where that is not known */
export function mergeProgress(
  outline: CourseOutline,
  base: Progress,
  one: Bookmark,
  other: Bookmark,
): Progress {
  const [newer, older] =
    one.savedAt >= other.savedAt ? [one.progress, other.progress] : [other.progress, one.progress];
  return {
    page: newer.page && older.page ? later(base.page, newer.page, older.page) : newer.page || older.page,
    seen: [...new Set([...older.seen, ...newer.seen])],
    marked: [...new Set([...older.marked, ...newer.marked])].filter((id) =>
      later(base.marked.includes(id), newer.marked.includes(id), older.marked.includes(id)),
    ),
    texts: merged(base.texts, newer.texts, older.texts, later),
    time: merged(base.time, newer.time, older.time, (_, now, before) => Math.max(now, before)),
    ...(import.meta.asksNothing ? { attempts: {}, answers: {} } : mergedAsked(outline, base, newer, older)),
  };
}

function mergedAsked(
  outline: CourseOutline,
  base: Progress,
  newer: Progress,
  older: Progress,
): Pick<Progress, 'attempts' | 'answers'> {
  const attempts: Record<string, Attempt> = {};
  let answers = merged(base.answers, newer.answers, older.answers, moreTried);
  for (const { id, assessment } of assessedPages(outline)) {
    const [now, before] = [newer.attempts[id], older.attempts[id]];
    const stands = furtherOf(base.attempts[id], now, before);
    if (!stands) continue;
    // The answers of an assessment go with its attempt; where both are still in the same one, each question by itself.
    if (!areTogether(now, before))
      answers = withThose(answers, assessment.questions, stands === now ? newer : older);
    const counted =
      now?.counted && before?.counted
        ? countedOf(outline.passMark ?? 0, assessment, before.counted, now.counted)
        : (now?.counted ?? before?.counted ?? null);
    attempts[id] = { ...stands, counted };
  }
  return { attempts, answers };
}

/** The later value, unless only the earlier one was changed since both agreed. */
function later<Value>(base: Value | undefined, now: Value, before: Value): Value {
  return isSame(now, base) ? before : now;
}

/** A practice question is never less tried than it was. */
function moreTried(base: Answer | undefined, now: Answer, before: Answer): Answer {
  if (now.tries !== before.tries) return now.tries > before.tries ? now : before;
  return later(base, now, before);
}

/** The attempt that got further. */
function furtherOf(
  base: Attempt | undefined,
  now: Attempt | undefined,
  before: Attempt | undefined,
): Attempt | undefined {
  if (!now || !before) return now ?? before;
  if (now.number !== before.number) return now.number > before.number ? now : before;
  if (now.isSubmitted !== before.isSubmitted) return now.isSubmitted ? now : before;
  return later(base, now, before);
}

function areTogether(now: Attempt | undefined, before: Attempt | undefined): boolean {
  const isOpen = now?.isSubmitted === false && before?.isSubmitted === false;
  return isOpen && now.number === before.number && now.begunAt === before.begunAt;
}

/** Whether they were decoded of the same words. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withThose(
  answers: Readonly<Record<string, Answer>>,
  questions: readonly string[],
  side: Progress,
): Record<string, Answer> {
  const others = Object.entries(answers).filter(([id]) => !questions.includes(id));
  const own = Object.entries(side.answers).filter(([id]) => questions.includes(id));
  return Object.fromEntries([...others, ...own]);
}

/** The values of both, and where both have one what `choose` makes of them and of what it was. */
function merged<Value>(
  base: Readonly<Record<string, Value>>,
  newer: Readonly<Record<string, Value>>,
  older: Readonly<Record<string, Value>>,
  choose: (base: Value | undefined, now: Value, before: Value) => Value,
): Record<string, Value> {
  const result: Record<string, Value> = { ...older };
  for (const [id, now] of Object.entries(newer)) {
    const before = older[id];
    result[id] = before === undefined ? now : choose(base[id], now, before);
  }
  return result;
}
