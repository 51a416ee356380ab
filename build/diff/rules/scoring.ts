/** What passes and what completes. Results that were earned are judged anew by the player at the next visit. Pure. */
import type { CompletionRule, CourseOutline } from '../../../src/course/outline.ts';
import { scoredPages } from '../../../src/session/scoring.ts';
import { type Change, change, done, lms, lose, meet } from '../change.ts';
import type { DiffRule } from '../versions.ts';

export const scoringChanges: DiffRule = ({ before, after }) => {
  const [old, now] = [before.outline, after.outline];
  return [
    ...passMarkChanges(old, now),
    ...completionChanges(old, now),
    ...(old.idleMinutes === now.idleMinutes
      ? []
      : [
          change(
            'idle-minutes-changed',
            'note',
            now.id,
            `Time is counted until ${now.idleMinutes} minutes after the last sign of the learner, before ${old.idleMinutes}.`,
            meet('Time that was counted stays.'),
          ),
        ]),
  ];
};

function passMarkChanges({ passMark: was }: CourseOutline, now: CourseOutline): Change[] {
  const is = now.passMark;
  if (was === is) return [];
  if (was === null || is === null)
    return [
      change(
        'pass-mark-changed',
        'warning',
        now.id,
        is === null
          ? `There is no pass mark any more; it was ${was} per cent.`
          : `There is a pass mark: ${is} per cent.`,
        meet('Nothing that was answered is lost.'),
        lms('Status and score that it has stay.'),
      ),
    ];
  const what = `The pass mark is ${is} per cent, before ${was}.`;
  if (is < was)
    return [
      change(
        'pass-mark-lowered',
        'warning',
        now.id,
        what,
        meet(
          `Who has a score from ${is} per cent is told as passed at the next visit, without doing anything.`,
        ),
        done('Nothing changes for who passed.'),
      ),
    ];
  // Only where a later result may take back is a lower one told: see "What the LMS is told".
  const mayFall = scoredPages(now).some(({ assessment }) => assessment.counts === 'last');
  return [
    change(
      'pass-mark-raised',
      mayFall ? 'loss' : 'warning',
      now.id,
      what,
      meet('The new mark holds for everybody who has not passed yet.'),
      mayFall
        ? lose(
            `Who passed with less than ${is} per cent is told to the LMS as failed at the next visit: the last attempt counts.`,
          )
        : done(
            `Who passed with less than ${is} per cent stays passed in the LMS; the player says “not passed”.`,
          ),
      lms(
        'One that judges by the mastery score itself may judge kept scores by the new mark at the next visit.',
      ),
    ),
  ];
}

function completionChanges(old: CourseOutline, now: CourseOutline): Change[] {
  const said = (outline: CourseOutline) =>
    [...sayings(outline.completion), outline.success === 'completion' ? 'complete is passed' : ''].filter(
      Boolean,
    );
  const [was, is] = [said(old), said(now)];
  if (was.join() === is.join()) return [];
  const [gone, added] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  const parts = [
    ...(added.length > 0 ? [`asked now: ${added.join('; ')}`] : []),
    ...(gone.length > 0 ? [`no longer: ${gone.join('; ')}`] : []),
  ];
  return [
    change(
      'completion-rule-changed',
      'warning',
      now.id,
      `What makes the course complete has changed; ${parts.join('; ')}.`,
      meet('They are judged by the new rule at the next visit, with all that they did.'),
      lms('Who is completed there stays completed.'),
    ),
  ];
}

function sayings({ pages, progress, activities, minutes, assessment }: CompletionRule): string[] {
  return [
    pages > 0 ? `${pages} per cent of the pages` : '',
    progress > 0 ? `${progress} per cent progress` : '',
    activities ? 'every practice question' : '',
    minutes > 0 ? `${minutes} minutes` : '',
    { taken: 'every assessment taken', passed: 'every assessment passed', none: '' }[assessment],
  ].filter(Boolean);
}
