/** Two versions of a package, compared: for learners document by document, for the LMS as a whole. Pure. */
import { outlinePages } from '../../src/course/outline.ts';
import { bookmarkChanges } from './bookmark-changes.ts';
import { anew, type Change, change, lose, named } from './change.ts';
import { compareDocuments } from './compare-documents.ts';
import type { CourseDocument } from './course-document.ts';
import { lmsChanges } from './lms-changes.ts';
import { NotComparable, type PackageFacts } from './package-facts.ts';
import { wholeCourseChanges } from './rules/whole-course.ts';

/** A change, and the document in which learners meet it; null where it is the package's or there is only one. */
export interface PlacedChange extends Change {
  readonly document: string | null;
}

/** @throws NotComparable for two formats: each keeps its own record, so none takes the place of another */
export function comparePackages(before: PackageFacts, after: PackageFacts): PlacedChange[] {
  if (before.format.name !== after.format.name)
    throw new NotComparable(
      `"${before.name}" is ${before.format.title} and "${after.name}" is ${after.format.title}: ` +
        'an LMS keeps a record for each. Compare two packages of one format.',
    );
  const pairs = pairsOf(before, after);
  const isSplit = before.documents.length > 1 || after.documents.length > 1;
  const placed = (document: string | null) => (one: Change) => ({ ...one, document });
  const changes = [
    ...pairs.flatMap(([was, is]) =>
      [...compareDocuments(was, is), ...bookmarkChanges(was.outline, is.outline, after.format)].map(
        placed(isSplit ? is.path : null),
      ),
    ),
    ...(pairs.length === 0 ? unpaired(before, after) : []).map(placed(null)),
    ...movedBetween(pairs).map(placed(null)),
    ...lmsChanges(before, after).map(placed(null)),
  ];
  // The same package twice is no version that was forgotten to be raised.
  const isSame = changes.every(({ kind }) => kind === 'progress-kept' || kind === 'version-not-raised');
  return isSame ? changes.filter(({ kind }) => kind !== 'version-not-raised') : changes;
}

/** A bookmark is read by the document with the same id. One document against one are a pair whatever their ids. */
function pairsOf(before: PackageFacts, after: PackageFacts): [CourseDocument, CourseDocument][] {
  const [only, other] = [before.documents[0], after.documents[0]];
  if (before.documents.length === 1 && after.documents.length === 1 && only && other) return [[only, other]];
  return before.documents.flatMap((was) => {
    const is = after.documents.find(({ outline }) => outline.id === was.outline.id);
    return is ? [[was, is] as [CourseDocument, CourseDocument]] : [];
  });
}

/** No document of the old version is in the new one: another course, or one that was split into lessons or joined. */
function unpaired(before: PackageFacts, after: PackageFacts): Change[] {
  const [was, is] = [before.documents[0], after.documents[0]];
  if (!was || !is) return [];
  const whole = wholeCourseChanges({ before: was, after: is });
  if (before.documents.length === after.documents.length) return whole;
  const how = (count: number) => (count === 1 ? 'one part' : `${count} parts`);
  return [
    change(
      'parts-changed',
      'loss',
      is.outline.id,
      `The LMS gets ${how(after.documents.length)}, before ${how(before.documents.length)}: each has a record of its own.`,
      lose('All progress: pages, answers, texts, attempts, time.'),
    ),
  ];
}

/** Pages that went from one document to another: each keeps progress of its own. */
function movedBetween(pairs: readonly [CourseDocument, CourseDocument][]): Change[] {
  return pairs.flatMap(([was, is]) =>
    outlinePages(was.outline).flatMap(({ id, title }) => {
      const isIn = ([, other]: [CourseDocument, CourseDocument]) =>
        other !== is && outlinePages(other.outline).some((page) => page.id === id);
      const target = outlinePages(is.outline).some((page) => page.id === id) ? undefined : pairs.find(isIn);
      if (!target) return [];
      return [
        change(
          'page-moved-to-another-part',
          'loss',
          id,
          `Page ${named(title, id)} went from ${was.path} to ${target[1].path}: to the LMS that is another part.`,
          lose('That it was read, and the answers on it.'),
          anew('It has to be read and answered again.'),
        ),
      ];
    }),
  );
}
