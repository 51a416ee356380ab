/** What is left of a learner who had done everything: what is kept in sum, and whether they are still done. Pure. */
import { type CourseOutline, outlinePages } from '../../../src/course/outline.ts';
import { scoredPages } from '../../../src/session/scoring.ts';
import { type Change, change, counted, done, keep, listed, lms } from '../change.ts';
import { justDone, type Standing, standingOf } from '../played.ts';
import type { DiffRule } from '../versions.ts';

/** In sum, by what the new version reads of the bookmark. */
export const keptChanges: DiffRule = ({ before, kept }) => {
  const all = justDone(before.outline);
  const of = (what: string, left: object, whole: object) => {
    const [count, total] = [Object.keys(left).length, Object.keys(whole).length];
    return total === 0 ? '' : `${count} of ${counted(total, what)}`;
  };
  const lines = [
    of('page', kept.seen, all.seen),
    of('answer', kept.answers, all.answers),
    of('text', kept.texts, all.texts),
    of('assessment', kept.attempts, all.attempts),
    of('lesson', kept.time, all.time).replace(/^\d/, 'the time in $&'),
  ].filter(Boolean);
  return [
    change(
      'progress-kept',
      'note',
      before.outline.id,
      'What they did is found again.',
      keep(`${lines.join(', ')}.`),
    ),
  ];
};

/** Judged by the player's own rules, not by what a change looks like. */
export const standingChanges: DiffRule = ({ before, after, kept }) => {
  const was = standingOf(before.outline, justDone(before.outline));
  const is = standingOf(after.outline, kept);
  const changes: Change[] = [];
  if (was.completion === 'completed' && is.completion !== 'completed')
    changes.push(
      change(
        'done-no-longer',
        'warning',
        after.outline.id,
        'Who had done everything is not done any more in the player.',
        done(`Still open for them: ${openIn(after.outline, is)}.`),
        lms('Who is completed or passed there stays so: the package never lowers a status for this.'),
      ),
    );
  if (was.success === 'passed' && is.success !== 'passed')
    changes.push(passedNoLonger(after.outline, is.success === 'failed'));
  return changes;
};

function passedNoLonger(outline: CourseOutline, isFailed: boolean): Change {
  // Only where a later result may take back is a lower one told to the LMS.
  const falls = isFailed && scoredPages(outline).some(({ assessment }) => assessment.counts === 'last');
  return change(
    'passed-no-longer',
    falls ? 'loss' : 'warning',
    outline.id,
    isFailed
      ? 'Who had just passed is not passed any more in the player.'
      : 'For who had passed it is open again in the player whether they pass.',
    done('They see it at their next visit.'),
    lms(
      falls
        ? 'It is told "failed" at their next visit: the course says that the last attempt counts.'
        : 'Who is passed there stays so: the package never takes it back for this.',
    ),
  );
}

function openIn(outline: CourseOutline, { openPages, openQuestions, openMinutes }: Standing): string {
  const { pages, progress, activities, assessment } = outline.completion;
  const rules = new Map(outlinePages(outline).map((page) => [page.id, page.assessment]));
  const assessed = openPages.filter(({ id }) => rules.get(id) && !rules.get(id)?.isPretest);
  const read = openPages.filter(({ id }) => !rules.get(id));
  const ids = (list: readonly { readonly id: string }[]) => listed(list.map(({ id }) => id));
  return [
    pages + progress > 0 && read.length > 0 ? `${counted(read.length, 'page')} (${ids(read)})` : '',
    assessed.length > 0 ? `the assessment of ${ids(assessed)}` : '',
    activities && openQuestions.length > 0
      ? `${counted(openQuestions.length, 'practice question')} (${listed(openQuestions)})`
      : '',
    openMinutes > 0 ? counted(openMinutes, 'minute') : '',
    assessment === 'passed' && assessed.length === 0 ? 'to pass by the new mark' : '',
  ]
    .filter(Boolean)
    .join(', ');
}
