/** Lessons: the player counts time by their ids. Pure. */
import { author, type Change, change, lms, lose, meet, named } from '../change.ts';
import { renamesAmong } from '../renames.ts';
import { type DiffRule, goneFrom } from '../versions.ts';

export const lessonChanges: DiffRule = ({ before, after }) => {
  const titles = (which: typeof before) => new Map(which.outline.lessons.map(({ id, title }) => [id, title]));
  const [old, now] = [titles(before), titles(after)];
  const gone = goneFrom([...old.keys()], [...now.keys()]);
  const added = goneFrom([...now.keys()], [...old.keys()]);
  const renames = renamesAmong(gone, added, {
    before: (id) => old.get(id) ?? '',
    after: (id) => now.get(id) ?? '',
  });
  // Where minutes make complete, time that is forgotten has to be spent again.
  const severity = after.outline.completion.minutes > 0 ? 'loss' : 'warning';
  return [
    ...gone.map((id): Change => {
      const to = renames.find(({ from }) => from === id)?.to;
      const title = named(old.get(id) ?? '', id);
      return change(
        to === undefined ? 'lesson-removed' : 'lesson-renamed',
        severity,
        id,
        to === undefined
          ? `Lesson ${title} is gone.`
          : `Lesson ${title} has the id "${to}" now, by the look of its title.`,
        lose('The time that the player counted in it.'),
        lms('Its own total of the time stays as it is.'),
        ...(to === undefined ? [] : [author(`Keep the id "${id}".`)]),
      );
    }),
    ...added
      .filter((id) => !renames.some(({ to }) => to === id))
      .map((id) =>
        change(
          'lesson-added',
          'note',
          id,
          `Lesson ${named(now.get(id) ?? '', id)} is new.`,
          meet('Its pages are open.'),
        ),
      ),
  ];
};
