/**
 * Progress as a short string of printable ASCII, for the LMS to keep between sittings, and back.
 *
 * `1.check.page.seen.time.answers.attempts.texts.savedAt`: ids are written as their place in the course, numbers in base 36,
 * pages seen as bits, words in base64url. `check` is a checksum over the places, so that a bookmark of another
 * version of the course is never read with its places shifted.
 */
import { type CourseOutline, outlinePages } from '../course/outline.ts';
import { seedOf } from './draw.ts';
import type { Answer, Attempt, AttemptResult, Progress } from './state.ts';

const format = '1';

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

/** Null for anything that is not a bookmark of this very course: cut, corrupted, from another tool or version. */
export function decodeBookmark(outline: CourseOutline, text: string): Bookmark | null {
  const places = placesOf(outline);
  const parts = text.split('.');
  const [version, check, page, seen, time, answers, attempts, texts, savedAt] = parts;
  if (version !== format || check !== checksum(places) || savedAt === undefined || parts.length > 9)
    return null;
  try {
    const id = (place: string | undefined) => {
      const found = places[Number.parseInt(place ?? '', 36)];
      if (found === undefined) throw new RangeError('no such place');
      return found;
    };
    const list = <Value>(part: string | undefined, read: (...fields: string[]) => Value) =>
      Object.fromEntries(
        (part ?? '')
          .split('~')
          .filter(Boolean)
          .map((entry) => {
            const [place, ...fields] = entry.split(':');
            return [id(place), read(...fields)];
          }),
      );
    return {
      savedAt: number(savedAt),
      progress: {
        page: page ? id(page) : '',
        seen: fromBits(seen ?? '').map((place) => id(place.toString(36))),
        time: list(time, (seconds = '') => number(seconds) * 1000),
        answers: list(
          answers,
          (flags = '', tokens = ''): Answer => ({
            response: tokens.split('-').filter(Boolean).map(readToken),
            tries: number(flags) >> 1,
            isFinal: number(flags) % 2 === 1,
          }),
        ),
        attempts: list(
          attempts,
          (flags = '', begunAt = '', factor = '', drawn = '', met = '', counted = ''): Attempt => ({
            number: number(flags) >> 1,
            isSubmitted: number(flags) % 2 === 1,
            begunAt: number(begunAt) * 1000,
            timeFactor: number(factor) / 100,
            drawn: drawn.split('-').filter(Boolean).map(id),
            met: fromBits(met).map((place) => id(place.toString(36))),
            counted: counted === '' ? null : readResult(outline, counted),
          }),
        ),
        texts: list(texts, (words = '') => readWords(words)),
      },
    };
  } catch {
    return null;
  }
}

function write(outline: CourseOutline, progress: Progress, savedAt: number): string {
  const places = placesOf(outline);
  const place = (id: string) => places.indexOf(id);
  const known = (ids: readonly string[]) => ids.filter((id) => place(id) >= 0);
  const list = <Value>(values: Readonly<Record<string, Value>>, ...fields: ((value: Value) => string)[]) =>
    Object.entries(values)
      .filter(([id]) => place(id) >= 0)
      .map(([id, value]) => [place(id).toString(36), ...fields.map((field) => field(value))].join(':'))
      .join('~');
  return [
    format,
    checksum(places),
    progress.page && place(progress.page) >= 0 ? place(progress.page).toString(36) : '',
    toBits(known(progress.seen).map(place)),
    list(progress.time, (milliseconds) => Math.round(milliseconds / 1000).toString(36)),
    list(
      progress.answers,
      ({ tries, isFinal }) => (tries * 2 + Number(isFinal)).toString(36),
      ({ response }) => response.map(writeToken).join('-'),
    ),
    list(
      progress.attempts,
      ({ number, isSubmitted }) => (number * 2 + Number(isSubmitted)).toString(36),
      ({ begunAt }) => Math.floor(begunAt / 1000).toString(36),
      ({ timeFactor }) => Math.round(timeFactor * 100).toString(36),
      ({ drawn }) =>
        known(drawn)
          .map((one) => place(one).toString(36))
          .join('-'),
      ({ met }) => toBits(known(met).map(place)),
      ({ counted }) => (counted === null ? '' : writeResult(outline, counted)),
    ),
    list(progress.texts, writeWords),
    savedAt.toString(36),
  ].join('.');
}

/** Every id that a bookmark speaks of, in an order that the course alone decides. */
function placesOf(outline: CourseOutline): string[] {
  return [
    ...outlinePages(outline).map((page) => page.id),
    ...outline.lessons.map((lesson) => lesson.id),
    ...Object.keys(outline.questions),
    ...Object.keys(outline.texts),
    ...outline.outcomes.map((outcome) => outcome.id),
  ];
}

/** The share of the whole, then of each outcome of the course in order; nothing for one that was not asked about. */
function writeResult({ outcomes }: CourseOutline, result: AttemptResult): string {
  const shares = [result.share, ...outcomes.map(({ id }) => result.outcomes[id])];
  return shares.map((share) => (share === undefined ? '' : Math.round(share * 1e6).toString(36))).join('-');
}

function readResult({ outcomes }: CourseOutline, text: string): AttemptResult {
  const [share = '', ...each] = text.split('-');
  return {
    share: number(share) / 1e6,
    outcomes: Object.fromEntries(
      outcomes.flatMap(({ id }, index) => (each[index] ? [[id, number(each[index]) / 1e6]] : [])),
    ),
  };
}

/** A hash of the places, as base 36. */
function checksum(places: readonly string[]): string {
  return seedOf(places.join(' ')).toString(36);
}

function number(text: string): number {
  const value = Number.parseInt(text, 36);
  if (Number.isNaN(value)) throw new RangeError('not a number');
  return value;
}

function toBits(places: readonly number[]): string {
  const bytes = new Uint8Array(places.length === 0 ? 0 : (Math.max(...places) >> 3) + 1);
  for (const place of places) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
  return toBase64(bytes);
}

function fromBits(text: string): number[] {
  return [...fromBase64(text)].flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).map((bit) => index * 8 + bit),
  );
}

/** Marks and pairs of marks go as they are, anything else as words. */
function writeToken(token: string): string {
  return /^[0-9a-z]+$/.test(token) ? token : `!${writeWords(token)}`;
}

function readToken(token: string): string {
  return token.startsWith('!') ? readWords(token.slice(1)) : token;
}

function writeWords(text: string): string {
  return toBase64(new TextEncoder().encode(text));
}

function readWords(text: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(text));
}

/** Base64 with `_` for `/` and `*` for `+`, unpadded: `-` separates tokens. */
function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/=+$/, '')
    .replaceAll('+', '*')
    .replaceAll('/', '_');
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('*', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}
