/** The rules that the facts of a learner obey, whatever happens. Each gives back what is wrong, in words. */
import { isDeepStrictEqual } from 'node:util';
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import type { AnswerFact, AttemptFact, Facts } from './facts.ts';
import { nothing } from './facts.ts';

/** A second of time may be on its way, and one more lost to whole seconds. */
const slackOfTime = 2.1;
/** Shares are kept with six decimals. */
const slackOfShare = 1e-5;

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

/** That two holders of the facts agree, time left aside. */
export function differences(wanted: Facts, actual: Facts): string[] {
  const wrong: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    if (!isDeepStrictEqual(one, other)) wrong.push(`${what} should be ${shown(one)} and is ${shown(other)}`);
  };
  compare('page', wanted.page, actual.page);
  compare('pages seen', [...wanted.seen].sort(), [...actual.seen].sort());
  for (const id of keys(wanted.answers, actual.answers))
    compare(`answer to ${id}`, wanted.answers.get(id), actual.answers.get(id));
  for (const id of keys(wanted.texts, actual.texts))
    compare(`text ${id}`, wanted.texts.get(id), actual.texts.get(id));
  for (const id of keys(wanted.attempts, actual.attempts)) {
    const [one, other] = [wanted.attempts.get(id), actual.attempts.get(id)];
    compare(`attempt on ${id}`, { ...one, best: null }, { ...other, best: null });
    if (!isSameShare(one?.best ?? null, other?.best ?? null))
      wrong.push(`best of ${id} should be ${shown(one?.best)} and is ${shown(other?.best)}`);
  }
  return wrong;
}

/** That nothing of what was acknowledged is lost or taken back. */
export function losses(outline: CourseOutline, acknowledged: Facts, actual: Facts): string[] {
  const wrong: string[] = [];
  for (const page of acknowledged.seen)
    if (!actual.seen.has(page)) wrong.push(`page ${page} is no longer seen`);
  for (const [id, { tries }] of acknowledged.answers) {
    const now = actual.answers.get(id);
    // An assessment begun anew asks anew.
    if (assessmentOf(outline, id) === null && (now?.tries ?? 0) < tries)
      wrong.push(`answer to ${id} was checked ${tries} times: ${shown(now)}`);
  }
  for (const [id, attempt] of acknowledged.attempts) {
    const now = actual.attempts.get(id);
    if (!now || now.number < attempt.number) wrong.push(`attempt ${attempt.number} on ${id} is lost`);
    if (attempt.best !== null && (now?.best ?? -1) < attempt.best - slackOfShare)
      wrong.push(`best of ${id} falls from ${attempt.best} to ${shown(now?.best)}`);
  }
  for (const id of acknowledged.texts.keys()) if (!actual.texts.has(id)) wrong.push(`text ${id} is lost`);
  return [...wrong, ...lostTime(acknowledged, actual)];
}

export function lostTime(before: Facts, now: Facts): string[] {
  return [...before.time].flatMap(([lesson, seconds]) =>
    (now.time.get(lesson) ?? 0) < seconds - slackOfTime
      ? [`time of ${lesson} falls from ${seconds} to ${now.time.get(lesson)} seconds`]
      : [],
  );
}

/**
 * What a sitting must begin with, given what the LMS holds, what the device holds, and what both held when they last
 * agreed. Where only one of the two changed something since, that stands; where both did, either may.
 * @param told null where the LMS holds nothing that can be read
 * @param own  null where the device holds nothing
 */
export function wrongBeginning(
  outline: CourseOutline,
  told: Facts | null,
  own: Facts | null,
  base: Facts,
  actual: Facts,
): string[] {
  if (!told || !own) {
    const only = told ?? own;
    return only
      ? [...differences(only, actual), ...lostTime(only, actual)]
      : differences({ ...nothing, page: actual.page }, actual);
  }
  const wrong = [...lostTime(told, actual), ...lostTime(own, actual)];
  const expect = (what: string, allowed: readonly unknown[], value: unknown) => {
    if (!allowed.some((one) => isDeepStrictEqual(one, value)))
      wrong.push(`${what} should be ${allowed.map(shown).join(' or ')} and is ${shown(value)}`);
  };
  expect(
    'page',
    either(base.page || undefined, told.page || undefined, own.page || undefined),
    actual.page || undefined,
  );
  expect('pages seen', [[...new Set([...told.seen, ...own.seen])].sort()], [...actual.seen].sort());
  for (const id of keys(told.texts, own.texts, actual.texts))
    expect(
      `text ${id}`,
      either(base.texts.get(id), told.texts.get(id), own.texts.get(id)),
      actual.texts.get(id),
    );
  for (const id of keys(told.attempts, own.attempts, actual.attempts)) {
    const [one, other, now] = [told, own, actual].map(({ attempts }) => attempts.get(id));
    const allowed = furtherOf(base.attempts.get(id), one, other);
    expect(`attempt on ${id}`, allowed.map(unscored), unscored(now));
    const best = Math.max(one?.best ?? -1, other?.best ?? -1);
    if (!isSameShare(best < 0 ? null : best, now?.best ?? null))
      wrong.push(`best of ${id} should be ${best} and is ${shown(now?.best)}`);
  }
  for (const id of keys(told.answers, own.answers, actual.answers)) {
    const [before, one, other] = [base, told, own].map(({ answers }) => answers.get(id));
    const page = assessmentOf(outline, id);
    const allowed = page === null ? moreTried(before, one, other) : ofAttempt(page, before, one, other);
    expect(`answer to ${id}`, allowed, actual.answers.get(id));
  }
  return wrong;

  /** The answers of an assessment are those of the attempt that stands; where both sides are in it, either's. */
  function ofAttempt(page: string, before?: AnswerFact, one?: AnswerFact, other?: AnswerFact) {
    const stands = unscored(actual.attempts.get(page));
    const isIn = (side: Facts | null) => isDeepStrictEqual(unscored(side?.attempts.get(page)), stands);
    if (isIn(told) && isIn(own)) return stands?.isSubmitted ? [one, other] : either(before, one, other);
    return [isIn(told) ? one : other];
  }
}

/** The page whose assessment asks this question; null for practice. */
function assessmentOf(outline: CourseOutline, question: string): string | null {
  return outlinePages(outline).find((page) => page.assessment?.questions.includes(question))?.id ?? null;
}

function unscored(attempt: AttemptFact | undefined) {
  return attempt && { ...attempt, best: null };
}

function keys(...maps: readonly ReadonlyMap<string, unknown>[]): Set<string> {
  return new Set(maps.flatMap((map) => [...map.keys()]));
}

function isSameShare(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= slackOfShare;
}

/** Which of two values may stand. */
function either<Value>(
  base: Value | undefined,
  one: Value | undefined,
  other: Value | undefined,
): (Value | undefined)[] {
  if (one === undefined || other === undefined) return [one ?? other];
  const isSame = (value: Value) => isDeepStrictEqual(value, base);
  if (isSame(one) && !isSame(other)) return [other];
  if (isSame(other) && !isSame(one)) return [one];
  return [one, other];
}

function furtherOf(
  base: AttemptFact | undefined,
  one?: AttemptFact,
  other?: AttemptFact,
): (AttemptFact | undefined)[] {
  if (!one || !other) return [one ?? other];
  if (one.number !== other.number) return [one.number > other.number ? one : other];
  if (one.isSubmitted !== other.isSubmitted) return [one.isSubmitted ? one : other];
  return either(base, one, other);
}

function moreTried(
  base: AnswerFact | undefined,
  one?: AnswerFact,
  other?: AnswerFact,
): (AnswerFact | undefined)[] {
  if (one && other && one.tries !== other.tries) return [one.tries > other.tries ? one : other];
  return either(base, one, other);
}

/** What the LMS must say of these facts, worked out from the course alone. */
export function verdictOn(
  outline: CourseOutline,
  facts: Facts,
): { isComplete: boolean; score: number | null; isPassed: boolean } {
  const pages = outlinePages(outline);
  const assessed = pages.flatMap(({ id, assessment }) => (assessment ? [{ id, ...assessment }] : []));
  const weights = assessed.map(({ id, questions, draw }) => {
    const points = questions.reduce((sum, question) => sum + (outline.questions[question]?.points ?? 0), 0);
    return { best: facts.attempts.get(id)?.best ?? null, weight: (points * draw) / questions.length };
  });
  const areTaken = weights.every(({ best }) => best !== null);
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const share =
    sum(weights.map(({ best, weight }) => (best ?? 0) * weight)) / sum(weights.map(({ weight }) => weight));
  const score = areTaken ? Math.round(share * 10_000) / 100 : null;
  return {
    isComplete: areTaken && pages.every(({ id, assessment }) => assessment || facts.seen.has(id)),
    score,
    isPassed: score !== null && score >= (outline.passMark ?? 0),
  };
}
