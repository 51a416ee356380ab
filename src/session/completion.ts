/** When pages, course and learner are done: two facts, completion and success, by the course's own rules. Pure. */
import { assessedPages, type CourseOutline, outlinePages, type PageOutline } from '../course/outline.ts';
import { passes, scoredPages, scoreOf, toPercent } from './scoring.ts';
import type { SessionState } from './state.ts';

export type Completion = 'incomplete' | 'completed';
export type Success = 'unknown' | 'passed' | 'failed';

/** A page is done when it was seen, or a pre-test showed all its outcomes; one with an assessment when that was taken. */
export function isPageDone(outline: CourseOutline, state: SessionState, page: PageOutline): boolean {
  if (import.meta.asksNothing) return state.seen.includes(page.id);
  if (page.assessment) return (state.attempts[page.id]?.counted ?? null) !== null;
  return state.seen.includes(page.id) || isKnown(outline, state, page);
}

function isKnown(outline: CourseOutline, { attempts }: SessionState, { outcomes }: PageOutline): boolean {
  const shown = assessedPages(outline).flatMap(({ id, assessment }) =>
    assessment.isPretest
      ? Object.entries(attempts[id]?.counted?.outcomes ?? {}).filter(
          ([, share]) => toPercent(share) >= (outline.passMark ?? 100),
        )
      : [],
  );
  return outcomes.length > 0 && outcomes.every((outcome) => shown.some(([id]) => id === outcome));
}

/**
 * Pages that are done, as a share of all that are to be: a pre-test is a way around, not a page to be read. Rounded
 * to four decimals once, so that player and LMS compare one number with a threshold.
 */
export function progressOf(outline: CourseOutline, state: SessionState): number {
  return shareDone(outline, state, (page) => !page.assessment?.isPretest);
}

export function completionOf(outline: CourseOutline, state: SessionState): Completion {
  const { pages, progress, minutes } = outline.completion;
  const spent = Object.values(state.time).reduce((sum, time) => sum + time, 0);
  const isComplete =
    // Pages with an assessment are judged by the rule for assessments.
    toPercent(shareDone(outline, state, (page) => !page.assessment)) >= pages &&
    toPercent(progressOf(outline, state)) >= progress &&
    spent >= minutes * 60_000 &&
    (import.meta.asksNothing || isAllAnswered(outline, state));
  return isComplete ? 'completed' : 'incomplete';
}

/** The part of the rule that asks for answers. */
function isAllAnswered(outline: CourseOutline, state: SessionState): boolean {
  const { activities, assessment } = outline.completion;
  const practice = Object.keys(outline.questions).filter((id) => outline.questions[id]?.points === 0);
  const scored = scoredPages(outline);
  return (
    (!activities || practice.every((id) => (state.answers[id]?.tries ?? 0) > 0)) &&
    (assessment === 'none' || scored.every(({ id }) => (state.attempts[id]?.counted ?? null) !== null)) &&
    (assessment !== 'passed' || assessmentSuccess(outline, state) === 'passed')
  );
}

function shareDone(
  outline: CourseOutline,
  state: SessionState,
  counts: (page: PageOutline) => boolean,
): number {
  const pages = outlinePages(outline).filter(counts);
  const done = pages.filter((page) => isPageDone(outline, state, page));
  return pages.length === 0 ? 1 : Math.round((done.length / pages.length) * 10_000) / 10_000;
}

export function successOf(outline: CourseOutline, state: SessionState): Success {
  if (outline.success === 'completion')
    return completionOf(outline, state) === 'completed' ? 'passed' : 'unknown';
  return import.meta.asksNothing ? 'unknown' : assessmentSuccess(outline, state);
}

/** Passed or failed by the pass marks; unknown before every assessment was taken, or without a mark. */
function assessmentSuccess(outline: CourseOutline, state: SessionState): Success {
  const { passMark } = outline;
  const score = scoreOf(outline, state);
  if (score === null || passMark === null) return 'unknown';
  const areOutcomesPassed = scoredPages(outline).every(({ id, assessment }) => {
    const counted = state.attempts[id]?.counted;
    return counted && passes(0, assessment, counted);
  });
  return score >= passMark && areOutcomesPassed ? 'passed' : 'failed';
}
