/** The places of a course's ids in its ledger: how a bookmark names them. Pure. */
import { entriesOfKind, type LedgerKind } from '../course/ledger.ts';
import { type CourseOutline, ledgerEntries } from '../course/outline.ts';
import { fromBase64, toBase64 } from './bookmark-encoding.ts';

/** The ids of one kind by their places, as far as the course still has them. */
export interface Places {
  readonly has: (id: string) => boolean;
  /** Base 36. */
  readonly place: (id: string) => string;
  /** Undefined for what the course has no more. */
  readonly id: (place: string) => string | undefined;
  readonly toBits: (ids: readonly string[]) => string;
  readonly fromBits: (bits: string | undefined) => string[];
  readonly ids: readonly string[];
}

export type AllPlaces = Readonly<Record<LedgerKind, Places>>;

/** Worked out once for each outline: the player writes a bookmark every second. */
const workedOut = new WeakMap<CourseOutline, AllPlaces>();

export function placesIn(outline: CourseOutline): AllPlaces {
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

/** Values by id: an entry each, its place and its fields. What the ledger does not know is left out. */
export function writeList<Value>(
  values: Readonly<Record<string, Value>>,
  places: Places,
  ...fields: ((value: Value) => string)[]
): string {
  return Object.entries(values)
    .filter(([id]) => places.has(id))
    .map(([id, value]) => [places.place(id), ...fields.map((field) => field(value))].join(':'))
    .join('~');
}

/** @param read makes a value of the fields of an entry, or undefined; entries of what the course has no more are left out */
export function readList<Value>(
  part: string | undefined,
  places: Places,
  read: (fields: readonly string[], id: string) => Value | undefined,
): Record<string, Value> {
  const entries = (part ?? '').split('~').filter(Boolean);
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const [place = '', ...fields] = entry.split(':');
      const id = places.id(place);
      const value = id === undefined ? undefined : read(fields, id);
      return id === undefined || value === undefined ? [] : [[id, value]];
    }),
  );
}
