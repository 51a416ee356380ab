/**
 * Progress as a short string of printable ASCII, for the LMS to keep between sittings, and back.
 *
 * `2.count.check.page.seen.time.answers.attempts.texts.savedAt.sum`: ids are written as their places in the ledger,
 * numbers in base 36, pages seen as bits, after them those that were marked, where some were; words in base64url. `count` and `check` say how far the ledger went when it
 * was written, so that one of an earlier version is read by the same places and one of another course not at all;
 * `sum` is a checksum over all before it: one that was cut or changed is never taken for the learner's progress.
 */

import type { CourseOutline } from '../course/outline.ts';
import { readAnswers, readAttempts, writeAsked } from './bookmark-asked.ts';
import { checksum, number, readWords, writeWords } from './bookmark-encoding.ts';
import { placesIn, readList, writeList } from './bookmark-places.ts';
import type { Progress } from './state.ts';

const format = '2';
const parts = 11;

export interface Bookmark {
  readonly progress: Progress;
  /** When it was written, in seconds since 1970. */
  readonly savedAt: number;
}

/**
 * @param limit  most characters that the LMS keeps: 4096 in SCORM 1.2
 * @returns      at most `limit` characters. The builder refuses a course whose fullest bookmark is longer; where
 *               one is all the same, the longest of the learner's texts go first, then the answers.
 */
export function encodeBookmark(
  outline: CourseOutline,
  { progress, savedAt }: Bookmark,
  limit: number,
): string {
  const whole = write(outline, progress, savedAt);
  if (whole.length <= limit) return whole;
  const [longest] = Object.entries(progress.texts).sort(([, a], [, b]) => b.length - a.length);
  if (longest) {
    const { [longest[0]]: _, ...texts } = progress.texts;
    return encodeBookmark(outline, { progress: { ...progress, texts }, savedAt }, limit);
  }
  const bare = write(outline, { ...progress, answers: {} }, savedAt);
  return bare.length <= limit ? bare : '';
}

/** Null for anything that is not a bookmark of this course: cut, corrupted, from another tool or a later version. */
export function decodeBookmark(outline: CourseOutline, text: string): Bookmark | null {
  const all = text.split('.');
  const [version, count, check, page, seen, time, answers, attempts, texts, savedAt, sum] = all;
  if (version !== format || all.length !== parts || sum !== checksum(all.slice(0, -1).join('.'))) return null;
  try {
    if (number(count) > outline.ledger.length || check !== ledgerCheck(outline, number(count))) return null;
    const places = placesIn(outline);
    const [seenBits, markedBits] = (seen ?? '').split('~');
    return {
      savedAt: number(savedAt),
      progress: {
        page: page ? (places.page.id(page) ?? '') : '',
        seen: places.page.fromBits(seenBits),
        marked: places.page.fromBits(markedBits),
        time: readList(time, places.lesson, ([seconds]) => number(seconds) * 1000),
        answers: import.meta.asksNothing ? {} : readAnswers(places, answers),
        attempts: import.meta.asksNothing ? {} : readAttempts(outline, places, attempts),
        texts: readList(texts, places.text, ([words]) => readWords(words ?? '')),
      },
    };
  } catch {
    return null;
  }
}

function write(outline: CourseOutline, progress: Progress, savedAt: number): string {
  const places = placesIn(outline);
  const { length } = outline.ledger;
  const whole = [
    format,
    length.toString(36),
    ledgerCheck(outline, length),
    places.page.has(progress.page) ? places.page.place(progress.page) : '',
    [progress.seen, progress.marked].map(places.page.toBits).join('~').replace(/~$/, ''),
    writeList(progress.time, places.lesson, (milliseconds) => Math.round(milliseconds / 1000).toString(36)),
    ...(import.meta.asksNothing ? ['', ''] : writeAsked(places, progress)),
    writeList(progress.texts, places.text, writeWords),
    savedAt.toString(36),
  ].join('.');
  return `${whole}.${checksum(whole)}`;
}

/** Says of which course a bookmark is and how the first `count` lines of its ledger read. */
function ledgerCheck({ id, ledger }: CourseOutline, count: number): string {
  return checksum([id, ...ledger.slice(0, count)].join('\n'));
}
