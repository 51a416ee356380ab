/** What makes all progress unreadable: another course, or another ledger. Then there is nothing else to tell. Pure. */
import type { CourseOutline } from '../../../src/course/outline.ts';
import { author, type Change, change, lms, lose } from '../change.ts';
import type { CourseDocument } from '../course-document.ts';

type Both = Readonly<Record<'before' | 'after', CourseDocument>>;

/** Empty where the new version reads the bookmarks of the old one. */
export function wholeCourseChanges({ before, after }: Both): Change[] {
  const [old, now] = [before.outline, after.outline];
  if (old.id !== now.id)
    return [
      change(
        'course-id-changed',
        'loss',
        now.id,
        `The course "${old.id}" is now "${now.id}".`,
        lose(
          'All progress: pages, answers, texts, attempts, time. To player and LMS this is another course.',
        ),
        lms(
          'Identifiers that hang on the id of the course are others; many LMSs then keep no record either.',
        ),
        author(`Keep "id": "${old.id}" if learners are to go on.`),
      ),
    ];
  const place = old.ledger.findIndex((entry, index) => now.ledger[index] !== entry);
  if (place < 0) return [];
  return [
    change(
      now.ledger[place] === undefined ? 'ledger-shortened' : 'ledger-rewritten',
      'loss',
      now.id,
      ledgerSentence(old, now, place),
      lose(
        'All progress: pages, answers, texts, attempts, time. Only the page they were on may be found again.',
      ),
      lms('The LMS keeps status and score that it has.'),
      author(
        'Take ledger.json back from the version control of the old version, and let "coursewright build" add to its end.',
      ),
    ),
  ];
}

function ledgerSentence(old: CourseOutline, now: CourseOutline, place: number): string {
  const [was, is] = [old.ledger[place], now.ledger[place]];
  return is === undefined
    ? `The ledger ends after ${place} of ${old.ledger.length} entries.`
    : `The ledger was rewritten: its entry ${place + 1} was "${was}" and is "${is}".`;
}
