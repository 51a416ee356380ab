/** Learning outcomes: results are kept by their ids, and the LMS knows them as objectives. Pure. */
import { assessedPages } from '../../../src/course/outline.ts';
import { author, type Change, change, lms, lose, meet, named } from '../change.ts';
import { renamesAmong } from '../renames.ts';
import { type DiffRule, goneFrom } from '../versions.ts';

export const outcomeChanges: DiffRule = ({ before, after }) => {
  const texts = (which: typeof before) => new Map(which.outline.outcomes.map(({ id, text }) => [id, text]));
  const [old, now] = [texts(before), texts(after)];
  const gone = goneFrom([...old.keys()], [...now.keys()]);
  const added = goneFrom([...now.keys()], [...old.keys()]);
  const renames = renamesAmong(gone, added, {
    before: (id) => old.get(id) ?? '',
    after: (id) => now.get(id) ?? '',
  });
  // A pre-test opens pages by the outcomes that were passed in it.
  const isSkippedBy = assessedPages(before.outline).some(({ assessment }) => assessment.isPretest);
  return [
    ...gone.map((id): Change => {
      const to = renames.find(({ from }) => from === id)?.to;
      const name = named(old.get(id) ?? '', id);
      return change(
        to === undefined ? 'outcome-removed' : 'outcome-renamed',
        to === undefined ? 'note' : isSkippedBy ? 'loss' : 'warning',
        id,
        to === undefined
          ? `Outcome ${name} is gone.`
          : `Outcome ${name} has the id "${to}" now, by the look of its words.`,
        lose(
          to !== undefined && isSkippedBy
            ? 'Results by this outcome, and pages that a pre-test let them skip because of it.'
            : 'Results by this outcome; scores of the whole stay.',
        ),
        lms('The objective of this name is not told any more; what it has of it stays.'),
        ...(to === undefined ? [] : [author(`Keep the id "${id}".`)]),
      );
    }),
    ...added
      .filter((id) => !renames.some(({ to }) => to === id))
      .map((id) =>
        change(
          'outcome-added',
          'note',
          id,
          `Outcome ${named(now.get(id) ?? '', id)} is new.`,
          meet('It has no result until an assessment asks about it.'),
        ),
      ),
  ];
};
