/** Blocks that keep the learner's own words. Pure. */
import { anew, author, type Change, change, keep, lose, meet, named } from '../change.ts';
import { renamesAmong } from '../renames.ts';
import { type DiffRule, goneFrom } from '../versions.ts';

export const textChanges: DiffRule = ({ before, after }) => {
  const [old, now] = [before.outline.texts, after.outline.texts];
  const gone = goneFrom(Object.keys(old), Object.keys(now));
  const added = goneFrom(Object.keys(now), Object.keys(old));
  const words = (which: typeof before) => (id: string) => which.wording.texts.get(id) ?? '';
  const renames = renamesAmong(gone, added, { before: words(before), after: words(after) });
  return [
    ...gone.map((id): Change => {
      const to = renames.find(({ from }) => from === id)?.to;
      const name = named(words(before)(id), id);
      return to === undefined
        ? change(
            'text-removed',
            'loss',
            id,
            `The place for own words ${name} is gone.`,
            lose('What they wrote there, for good with their next save.'),
          )
        : change(
            'text-renamed',
            'loss',
            id,
            `The place for own words ${name} has the id "${to}" now, by the look of its words.`,
            lose('What they wrote there.'),
            anew('It is empty again.'),
            author(`Keep the id "${id}".`),
          );
    }),
    ...added
      .filter((id) => !renames.some(({ to }) => to === id))
      .map((id) =>
        change(
          'text-added',
          'note',
          id,
          `There is a new place for own words, ${named(words(after)(id), id)}.`,
          meet('It is empty.'),
        ),
      ),
    ...Object.entries(now).flatMap(([id, room]) => {
      const was = old[id] ?? room;
      if (was === room) return [];
      const what = `The place for own words ${named(words(after)(id), id)} has room for ${room} characters, before ${was}.`;
      return [
        room < was
          ? change(
              'text-shortened',
              'warning',
              id,
              what,
              meet(`What is longer stays until they change it, and is then cut to ${room} characters.`),
            )
          : change('text-lengthened', 'note', id, what, keep('What they wrote stays.')),
      ];
    }),
  ];
};
