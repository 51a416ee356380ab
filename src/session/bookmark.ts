/**
 * Progress as a short string of printable ASCII, for the LMS to keep between sittings, and back.
 *
 * `2.count.check.page.seen.time.answers.attempts.texts.savedAt.sum`: ids are written as their places in the ledger,
 * numbers in base 36, pages seen as bits, words in base64url. `count` and `check` say how far the ledger went when it
 * was written, so that one of an earlier version is read by the same places and one of another course not at all;
 * `sum` is a checksum over all before it: one that was cut or changed is never taken for the learner's progress.
 */

import { entriesOfKind, type LedgerKind } from '../course/ledger.ts';
import { type CourseOutline, ledgerEntries } from '../course/outline.ts';
import { seedOf } from './draw.ts';
import type { Answer, Attempt, AttemptResult, Progress } from './state.ts';

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
    return {
      savedAt: number(savedAt),
      progress: {
        page: page ? (places.page.id(page) ?? '') : '',
        seen: places.page.fromBits(seen),
        time: list(time, places.lesson, (seconds) => number(seconds) * 1000),
        answers: list(
          answers,
          places.question,
          (flags, tokens = ''): Answer => ({
            response: tokens.split('-').filter(Boolean).map(readToken),
            tries: number(flags) >> 1,
            isFinal: number(flags) % 2 === 1,
          }),
        ),
        attempts: list(attempts, places.page, (...fields) => readAttempt(places, fields)),
        texts: list(texts, places.text, (words) => readWords(words ?? '')),
      },
    };
  } catch {
    return null;
  }
}

function write(outline: CourseOutline, progress: Progress, savedAt: number): string {
  const places = placesIn(outline);
  const list = <Value>(
    values: Readonly<Record<string, Value>>,
    kind: Places,
    ...fields: ((value: Value) => string)[]
  ) =>
    Object.entries(values)
      .filter(([id]) => kind.has(id))
      .map(([id, value]) => [kind.place(id), ...fields.map((field) => field(value))].join(':'))
      .join('~');
  const { length } = outline.ledger;
  const whole = [
    format,
    length.toString(36),
    ledgerCheck(outline, length),
    places.page.has(progress.page) ? places.page.place(progress.page) : '',
    places.page.toBits(progress.seen),
    list(progress.time, places.lesson, (milliseconds) => Math.round(milliseconds / 1000).toString(36)),
    list(
      progress.answers,
      places.question,
      ({ tries, isFinal }) => (tries * 2 + Number(isFinal)).toString(36),
      ({ response }) => response.map(writeToken).join('-'),
    ),
    list(
      progress.attempts,
      places.page,
      ({ number, isSubmitted }) => (number * 2 + Number(isSubmitted)).toString(36),
      ({ begunAt }) => Math.floor(begunAt / 1000).toString(36),
      ({ timeFactor }) => Math.round(timeFactor * 100).toString(36),
      ({ drawn }) => drawn.filter(places.question.has).map(places.question.place).join('-'),
      ({ met }) => places.question.toBits(met),
      ({ counted }) => (counted === null ? '' : writeResult(places, counted)),
    ),
    list(progress.texts, places.text, writeWords),
    savedAt.toString(36),
  ].join('.');
  return `${whole}.${checksum(whole)}`;
}

/** @param read makes a value of the fields of an entry, or undefined; entries of what the course has no more are left out */
function list<Value>(
  part: string | undefined,
  places: Places,
  read: (...fields: string[]) => Value | undefined,
): Record<string, Value> {
  const entries = (part ?? '').split('~').filter(Boolean);
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const [place = '', ...fields] = entry.split(':');
      const id = places.id(place);
      const value = id === undefined ? undefined : read(...fields);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Undefined for a first attempt of which nothing is left. */
function readAttempt(places: AllPlaces, fields: readonly string[]): Attempt | undefined {
  const [flags, begunAt, factor, drawn = '', met, counted = ''] = fields;
  const ids = drawn.split('-').filter(Boolean);
  const left = ids.flatMap((place) => places.question.id(place) ?? []);
  const isSubmitted = number(flags) % 2 === 1;
  // Where nothing is left of what was being asked, the attempt under way never was.
  const isGone = !isSubmitted && ids.length > 0 && left.length === 0;
  const begun = number(flags) >> 1;
  if (isGone && begun === 1) return undefined;
  return {
    number: begun - Number(isGone),
    isSubmitted: isSubmitted || isGone,
    begunAt: number(begunAt) * 1000,
    timeFactor: number(factor) / 100,
    drawn: left,
    met: places.question.fromBits(met),
    counted: counted === '' ? null : readResult(places, counted),
  };
}

/** The ids of one kind by their places, as far as the course still has them. */
interface Places {
  readonly has: (id: string) => boolean;
  /** Base 36. */
  readonly place: (id: string) => string;
  /** Undefined for what the course has no more. */
  readonly id: (place: string) => string | undefined;
  readonly toBits: (ids: readonly string[]) => string;
  readonly fromBits: (bits: string | undefined) => string[];
  readonly ids: readonly string[];
}

type AllPlaces = Readonly<Record<LedgerKind, Places>>;

/** Worked out once for each outline: the player writes a bookmark every second. */
const workedOut = new WeakMap<CourseOutline, AllPlaces>();

function placesIn(outline: CourseOutline): AllPlaces {
  const found = workedOut.get(outline);
  if (found) return found;
  const present = new Set(ledgerEntries(outline));
  const of = (kind: LedgerKind) => placesOf(entriesOfKind(outline.ledger, kind), present);
  const all = {
    page: of('page'),
    lesson: of('lesson'),
    question: of('question'),
    text: of('text'),
    outcome: of('outcome'),
  };
  workedOut.set(outline, all);
  return all;
}

function placesOf(entries: readonly string[], present: ReadonlySet<string>): Places {
  const ids = entries.map((entry) => (present.has(entry) ? (entry.split(' ')[1] ?? '') : ''));
  const indices = new Map(ids.flatMap((id, index) => (id === '' ? [] : [[id, index] as const])));
  const index = (id: string) => indices.get(id) ?? -1;
  return {
    ids,
    has: (id) => indices.has(id),
    place: (id) => index(id).toString(36),
    id: (place) => ids[Number.parseInt(place, 36)] || undefined,
    toBits: (some) => toBits(some.map(index).filter((one) => one >= 0)),
    fromBits: (bits) => fromBits(bits ?? '').flatMap((one) => ids[one] || []),
  };
}

/** Says of which course a bookmark is and how the first `count` lines of its ledger read. */
function ledgerCheck({ id, ledger }: CourseOutline, count: number): string {
  return checksum([id, ...ledger.slice(0, count)].join('\n'));
}

/** The share of the whole, then of each outcome of the ledger; nothing for one that was not asked about. */
function writeResult({ outcome }: AllPlaces, result: AttemptResult): string {
  const shares = [result.share, ...outcome.ids.map((id) => (id === '' ? undefined : result.outcomes[id]))];
  const written = shares.map((share) => (share === undefined ? '' : Math.round(share * 1e6).toString(36)));
  return written.join('-').replace(/-+$/, '');
}

function readResult({ outcome }: AllPlaces, text: string): AttemptResult {
  const [share, ...each] = text.split('-');
  const shares = outcome.ids.flatMap((id, index) =>
    id !== '' && each[index] ? [[id, number(each[index]) / 1e6] as const] : [],
  );
  return { share: number(share) / 1e6, outcomes: Object.fromEntries(shares) };
}

/** A hash of a text in base 36, always as long: the builder works out the longest bookmark. */
function checksum(text: string): string {
  return seedOf(text).toString(36).padStart(7, '0');
}

function number(text: string | undefined): number {
  const value = Number.parseInt(text ?? '', 36);
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
