/** Pages and lessons: added, taken out, moved, under another id or title. Pure. */
import { type LessonOutline, outlinePages, type PageOutline } from '../../../src/course/outline.ts';
import { anew, author, type Change, change, keep, lose, meet, named } from '../change.ts';
import { renamesAmong } from '../renames.ts';
import { type DiffRule, goneFrom, pageOf } from '../versions.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

export const pageChanges: DiffRule = ({ before, after }) => {
  const [old, now] = [outlinePages(before.outline), outlinePages(after.outline)];
  const [gone, added] = [goneFrom(ids(old), ids(now)), goneFrom(ids(now), ids(old))];
  const renames = renamesAmong(gone, added, {
    before: (id) => pageOf(before.outline, id)?.title ?? '',
    after: (id) => pageOf(after.outline, id)?.title ?? '',
  });
  return [
    ...old.flatMap((page) => {
      const rename = renames.find(({ from }) => from === page.id);
      if (rename) return [renamed(page, rename.to)];
      return gone.includes(page.id) ? [removed(page)] : [];
    }),
    ...now
      .filter(({ id }) => added.includes(id) && !renames.some(({ to }) => to === id))
      .map((page) => newPage(page, after.outline.completion.pages)),
    ...retitled(old, now),
    ...moved(before.outline.lessons, after.outline.lessons),
  ];
};

function renamed({ id, title, assessment }: PageOutline, to: string): Change {
  return change(
    'page-renamed',
    'loss',
    id,
    `Page ${named(title, id)} has the id "${to}" now, by the look of its title.`,
    lose(
      assessment
        ? 'That it was read, and the results and attempts of its assessment.'
        : 'That it was read: it is open again.',
    ),
    anew(assessment ? 'The assessment on it has to be taken again.' : 'It has to be read again.'),
    author(`Keep the id "${id}": the title may change, the id may not.`),
  );
}

function removed({ id, title, assessment }: PageOutline): Change {
  if (!assessment)
    return change(
      'page-removed',
      'note',
      id,
      `Page ${named(title, id)} is gone.`,
      meet('It is not asked for any more; that it was read is remembered until their next save only.'),
    );
  return change(
    'assessed-page-removed',
    'loss',
    id,
    `Page ${named(title, id)} is gone with its assessment.`,
    lose('The results and attempts of this assessment.'),
  );
}

function newPage({ id, title, assessment }: PageOutline, asked: number): Change {
  const counts = assessment
    ? 'It counts by its assessment.'
    : asked > 0
      ? 'It counts for completion.'
      : 'It does not count for completion.';
  return change('page-added', 'note', id, `Page ${named(title, id)} is new.`, meet(`It is open. ${counts}`));
}

function retitled(old: readonly PageOutline[], now: readonly PageOutline[]): Change[] {
  return now.flatMap(({ id, title }) => {
    const was = old.find((page) => page.id === id)?.title ?? title;
    if (was === title) return [];
    const what = `Page ${named(was, id)} is called “${title}” now.`;
    return [change('page-retitled', 'note', id, what, keep('What was read stays read.'))];
  });
}

/** Pages that stand in another lesson, and whether those that both have stand in another order. */
function moved(old: readonly LessonOutline[], now: readonly LessonOutline[]): Change[] {
  const lessonOf = (lessons: readonly LessonOutline[], page: string) =>
    lessons.find(({ pages }) => ids(pages).includes(page))?.id;
  const [before, after] = [ids(old.flatMap(({ pages }) => pages)), ids(now.flatMap(({ pages }) => pages))];
  const both = before.filter((id) => after.includes(id));
  // Where the lesson itself is gone or has another id, that is told of the lesson.
  const elsewhere = both.filter(
    (id) => lessonOf(old, id) !== lessonOf(now, id) && ids(now).includes(lessonOf(old, id) ?? ''),
  );
  const isReordered = after.filter((id) => both.includes(id)).some((id, index) => id !== both[index]);
  return [
    ...elsewhere.map((id) =>
      change(
        'page-moved',
        'note',
        id,
        `Page "${id}" stands in the lesson "${lessonOf(now, id)}" now.`,
        keep('What was read stays read; the time spent on it stays with the lesson in which it was spent.'),
      ),
    ),
    ...(isReordered
      ? [
          change(
            'pages-reordered',
            'note',
            '',
            'Pages stand in another order.',
            keep('What was read stays read, and everybody goes on at the page they were on.'),
          ),
        ]
      : []),
  ];
}
