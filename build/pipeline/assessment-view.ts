/** What the pages say of the rules of an assessment and of the course. Pure. */
import type { Assessment } from '../../src/course/assessment.ts';
import { type Course, poolOf } from '../../src/course/course.ts';
import type { AssessmentOutline, CourseOutline } from '../../src/course/outline.ts';
import type { Word } from '../../src/locales/word.ts';

/** WCAG 2.2.1 asks that a time limit can be made ten times as long before it is met. */
const timeFactors = [1, 1.5, 2, 3, 10];

const feedbackWords = {
  now: 'assessment.feedbackNow',
  end: 'assessment.feedbackEnd',
  never: 'assessment.feedbackNever',
} as const;
const countsWords = {
  best: 'assessment.countsBest',
  last: 'assessment.countsLast',
  first: 'assessment.countsFirst',
} as const;

/** The values of templates/player/assessment.hbs. */
export function assessmentView(course: Course, assessment: Assessment, outline: AssessmentOutline): object {
  const { minutes } = outline;
  return {
    ...outline,
    questions: poolOf(course, assessment),
    draw: Math.min(outline.draw, outline.questions.length),
    feedbackWord: feedbackWords[outline.feedback],
    countsWord: countsWords[outline.counts],
    isOnce: outline.attempts === 1 || outline.isPretest,
    times:
      minutes === null ? [] : timeFactors.map((factor) => ({ factor, minutes: Math.ceil(minutes * factor) })),
  };
}

/** What a learner has to do for the course to be complete, a line each. */
export function doneWhen({ completion, passMark }: CourseOutline, word: Word): string[] {
  const { pages, activities, minutes, assessment } = completion;
  return [
    ...(pages > 0 ? [word('start.donePages', { share: pages })] : []),
    ...(activities ? [word('start.doneActivities')] : []),
    ...(minutes > 0 ? [word('start.doneMinutes', { count: minutes })] : []),
    ...(assessment === 'taken' ? [word('start.doneTaken')] : []),
    ...(assessment === 'passed' ? [word('start.donePassed', { mark: passMark ?? 0 })] : []),
  ];
}
