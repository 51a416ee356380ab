/** Whether what learners wrote in the old version still fits what the LMS keeps of the new one. Pure. */
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Format } from '../../src/formats/format.ts';
import { longestBookmark } from '../pipeline/bookmark-room.ts';
import { type Change, change, lms, lose } from './change.ts';

export function bookmarkChanges(was: CourseOutline, is: CourseOutline, { bookmarkLimit }: Format): Change[] {
  const [before, after] = [longestBookmark(was), longestBookmark(is)];
  // Texts that are longer than the new version allows stay until they are changed.
  const texts = Object.fromEntries(
    Object.entries(is.texts).map(([id, room]) => [id, Math.max(room, was.texts[id] ?? 0)]),
  );
  const overfull = longestBookmark({ ...is, texts });
  return [
    ...(overfull > bookmarkLimit
      ? [
          change(
            'bookmark-too-long',
            'loss',
            is.id,
            `With texts as long as the old version allowed, progress can grow to ${overfull} characters; the LMS keeps ${bookmarkLimit}.`,
            lose('Who wrote that much: the longest of their texts.'),
          ),
        ]
      : []),
    ...(before === after
      ? []
      : [
          change(
            'bookmark-length-changed',
            'note',
            is.id,
            `Progress takes at most ${after} of ${bookmarkLimit} characters, before ${before}.`,
            lms('It keeps them as suspend data or state.'),
          ),
        ]),
  ];
}
