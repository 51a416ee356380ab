/** What an LMS sees change: identifiers, what it opens, what it judges by, titles, sizes. Pure. */

import type { Launch } from '../inspect/finding.ts';
import { author, type Change, change, counted, lms, lose, named } from './change.ts';
import type { ManifestFacts, PackageFacts } from './package-facts.ts';
import { goneFrom } from './versions.ts';

export function lmsChanges(before: PackageFacts, after: PackageFacts): Change[] {
  return [
    ...before.manifests.flatMap((was) => {
      const is = after.manifests.find(({ path }) => path === was.path);
      return is ? manifestChanges(was, is) : [];
    }),
    ...sizeChanges(before, after),
  ];
}

function manifestChanges(was: ManifestFacts, is: ManifestFacts): Change[] {
  const ids = (units: readonly Launch[]) => units.map(({ id }) => id);
  const gone = goneFrom(ids(was.launches), ids(is.launches));
  const both = is.launches.filter(({ id }) => ids(was.launches).includes(id));
  const isReordered =
    ids(both).join() !==
    was.launches
      .map(({ id }) => id)
      .filter((id) => !gone.includes(id))
      .join();
  return [
    ...identifierChanges(was, is),
    ...was.launches.filter(({ id }) => gone.includes(id)).map(unitRemoved),
    ...is.launches.filter((unit) => !both.includes(unit)).map(unitAdded),
    ...both.flatMap((unit) => unitChanges(was.launches.find(({ id }) => id === unit.id) ?? unit, unit)),
    ...(isReordered
      ? [
          change(
            'units-reordered',
            'note',
            '',
            'The LMS lists lessons in another order.',
            lms('Records stay with their lessons.'),
          ),
        ]
      : []),
    ...(was.title === is.title
      ? []
      : [
          change(
            'title-changed',
            'note',
            '',
            `The title is “${is.title}”, before “${was.title}”.`,
            lms('Many keep the title of the first upload until an administrator changes it.'),
          ),
        ]),
  ];
}

function identifierChanges(was: ManifestFacts, is: ManifestFacts): Change[] {
  return Object.entries(was.identifiers).flatMap(([what, id]) => {
    const now = is.identifiers[what] ?? '';
    if (now === id) return [];
    return [
      change(
        'identifier-changed',
        'warning',
        now,
        `The identifier of the ${what} is "${now}", before "${id}".`,
        lms('It may take the package for another course.'),
        author('It is made of "id" in course.json: keep that.'),
      ),
    ];
  });
}

function unitRemoved({ id, title }: Launch): Change {
  return change(
    'unit-removed',
    'loss',
    id,
    `The LMS does not find ${named(title, id)} any more.`,
    lose('Status, score, time and progress in it: the record hangs on this identifier.'),
    lms('It keeps or drops the record of what is gone, as it likes.'),
  );
}

function unitAdded({ id, title }: Launch): Change {
  return change(
    'unit-added',
    'warning',
    id,
    `The LMS finds ${named(title, id)}, which is new.`,
    lms(
      'Nobody has attempted it; where all parts make the whole, learners who were completed may not be any more.',
    ),
  );
}

function unitChanges(was: Launch, is: Launch): Change[] {
  const name = named(is.title, is.id);
  const differs = (
    kind: string,
    severity: 'warning' | 'note',
    what: string,
    means: string,
    field: keyof Launch,
  ) =>
    String(was[field]) === String(is[field])
      ? []
      : [
          change(
            kind,
            severity,
            is.id,
            `${what} of ${name} is ${said(is[field])}, before ${said(was[field])}.`,
            lms(means),
          ),
        ];
  return [
    ...differs('mastery-changed', 'warning', 'The mastery score', masteryMeans, 'masteryScore'),
    ...differs(
      'threshold-changed',
      'warning',
      'The completion threshold',
      masteryMeans,
      'completionThreshold',
    ),
    ...differs('move-on-changed', 'warning', 'What satisfies (moveOn)', masteryMeans, 'moveOn'),
    ...differs(
      'launch-changed',
      'note',
      'The file that is opened',
      'It opens the new file after the update.',
      'href',
    ),
    ...differs(
      'resource-changed',
      'warning',
      'The resource',
      'Records hang on the item; an LMS that goes by the resource may take it for another.',
      'resource',
    ),
    ...(was.title === is.title || was.title === ''
      ? []
      : differs(
          'unit-title-changed',
          'note',
          'The title',
          'It shows the new title once it has read the manifest anew.',
          'title',
        )),
    ...objectiveChanges(name, was, is),
  ];
}

const masteryMeans =
  'It judges by it from the update on. Some LMSs keep the value of the first upload: look at the settings of the course there.';

function said(value: Launch[keyof Launch]): string {
  return value === '' ? 'none' : `"${value}"`;
}

function objectiveChanges(name: string, was: Launch, is: Launch): Change[] {
  const gone = goneFrom(was.objectives, is.objectives);
  const added = goneFrom(is.objectives, was.objectives);
  if (gone.length + added.length === 0) return [];
  const list = (ids: readonly string[]) => ids.map((id) => `"${id}"`).join(', ') || 'none';
  return [
    change(
      'objectives-changed',
      'note',
      is.id,
      `Objectives of ${name}: new ${list(added)}; gone ${list(gone)}.`,
      lms('What it holds of the others stays.'),
    ),
  ];
}

function sizeChanges(before: PackageFacts, after: PackageFacts): Change[] {
  const [was, is] = [[...before.sizes.keys()], [...after.sizes.keys()]];
  const [gone, added] = [goneFrom(was, is), goneFrom(is, was)];
  const resized = is.filter(
    (path) => before.sizes.has(path) && before.sizes.get(path) !== after.sizes.get(path),
  );
  if (before.bytes === after.bytes && gone.length + added.length + resized.length === 0) return [];
  return [
    change(
      'size-changed',
      'note',
      '',
      `The zip has ${kilobytes(after.bytes)} in ${counted(after.sizes.size, 'file')}, ` +
        `before ${kilobytes(before.bytes)} in ${before.sizes.size}.`,
      lms(
        `${counted(added.length, 'file')} new, ${gone.length} gone, ${resized.length} of another size. ` +
          'Learners’ browsers may show old files until their cache is empty.',
      ),
    ),
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
