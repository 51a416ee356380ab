/** The rules of an assessment that stands where it stood. Pure. */
import type { AssessmentOutline } from '../../../src/course/outline.ts';
import { type Change, change, done, keep, lms, meet } from '../change.ts';

export function assessmentRuleChanges(
  name: string,
  id: string,
  was: AssessmentOutline,
  is: AssessmentOutline,
): Change[] {
  const changes: Change[] = [];
  const add = (...[kind, severity, what, ...means]: ChangeOfRule) =>
    changes.push(change(kind, severity, id, `The assessment of page ${name} ${what}`, ...means));
  if (was.draw !== is.draw)
    add(
      'draw-changed',
      'note',
      `asks ${is.draw} questions, before ${was.draw}.`,
      meet('An attempt under way asks as many as it began with; the next one asks the new number.'),
    );
  if (was.attempts !== is.attempts) add(...attemptsChange(was.attempts, is.attempts));
  if (was.minutes !== is.minutes) add(...limitChange(was.minutes, is.minutes));
  if (was.outcomePassMark !== is.outcomePassMark)
    add(
      'outcome-mark-changed',
      'warning',
      `asks ${percent(is.outcomePassMark)} of each outcome, before ${percent(was.outcomePassMark)}.`,
      meet('Results that were earned are judged by the new mark at the next visit.'),
      done('Who passed stays passed in the LMS; the player may say otherwise.'),
    );
  if (was.counts !== is.counts)
    add(
      'counted-attempt-changed',
      is.counts === 'last' ? 'warning' : 'note',
      `counts the ${is.counts} attempt, before the ${was.counts}.`,
      keep('The result that counts so far stands until the next attempt.'),
      ...(is.counts === 'last'
        ? [lms('A later, worse attempt takes status and score back from now on.')]
        : []),
    );
  if (was.feedback !== is.feedback)
    add(
      'feedback-changed',
      'note',
      `shows what was right ${whenShown[is.feedback]}, before ${whenShown[was.feedback]}.`,
      meet('This holds for attempts under way and for a look back as well.'),
    );
  if (was.isPretest !== is.isPretest)
    add(
      'pretest-changed',
      'warning',
      is.isPretest ? 'is a pre-test now, and counts for nothing.' : 'was a pre-test and counts now.',
      meet(is.isPretest ? 'A result that was earned counts no more.' : 'A result of the pre-test counts.'),
      lms('Status and score that it has are never lowered by this.'),
    );
  return changes;
}

type ChangeOfRule = [
  kind: string,
  severity: 'warning' | 'note',
  what: string,
  ...means: ReturnType<typeof meet>[],
];

function attemptsChange(was: number | null, is: number | null): ChangeOfRule {
  const isFewer = is !== null && (was === null || is < was);
  return [
    'attempts-changed',
    isFewer ? 'warning' : 'note',
    `may be taken ${times(is)}, before ${times(was)}.`,
    meet(
      isFewer
        ? 'Attempts that were taken count: who has used as many cannot begin another. One under way can be finished.'
        : 'Who had used them all may begin another.',
    ),
  ];
}

/** The clock of an attempt under way runs from when it began. */
function limitChange(was: number | null, is: number | null): ChangeOfRule {
  const isShorter = is !== null && (was === null || is < was);
  return [
    'time-limit-changed',
    isShorter ? 'warning' : 'note',
    `has ${minutes(is)}, before ${minutes(was)}.`,
    meet(
      isShorter
        ? 'An attempt under way is measured by it from when it began: it may be over, and is submitted as it is, when they come back.'
        : 'An attempt under way gets the new time.',
    ),
  ];
}

const whenShown = { now: 'at once', end: 'at the end', never: 'never' } as const;
const times = (count: number | null) => (count === null ? 'without limit' : `${count} times`);
const minutes = (count: number | null) => (count === null ? 'no time limit' : `a limit of ${count} minutes`);
const percent = (mark: number | null) => (mark === null ? 'nothing' : `${mark} per cent`);
