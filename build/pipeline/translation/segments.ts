/**
 * The texts of a course for a translator, each with an id that is built of the course's ids: what moves keeps it. A text
 * without an id of its own is known by where it stands and by its words. Pure.
 */
import { createHash } from 'node:crypto';
import type { Course } from '../../../src/course/course.ts';
import type { Field } from '../../../src/course/fields.ts';
import { pointerStep, pointerSteps } from '../../../src/course/problem.ts';
import { fieldsOf } from '../course-fields.ts';
import type { CourseTypes } from '../course-types.ts';

export interface Segment {
  /** `four-pillars/title`, or with the words' mark `four-pillars/text.text~1f0c2a`. */
  readonly id: string;
  /** The id without the mark of the words. */
  readonly place: string;
  /** Whether ids of the course alone make its id. */
  readonly isKeyed: boolean;
  readonly kind: 'markdown' | 'inline-markdown' | 'plain' | 'answer';
  /** Answers are one a line. */
  readonly source: string;
  /** Everywhere it stands in the course: the same words in the same place are translated once. */
  readonly pointers: readonly string[];
  /** Most characters; null where there is no limit. */
  readonly maxLength: number | null;
  /** Title of the page that it stands on; null where it stands on none. */
  readonly page: string | null;
  /** Whether only trainers read it. */
  readonly isForTrainers: boolean;
}

const kinds: readonly string[] = [
  'markdown',
  'inline-markdown',
  'plain',
  'answer',
] satisfies Segment['kind'][];
const forTrainers = /\/(notes|classroom|purpose|slides|optionalActivities)(\/|$)/;

/** In reading order. */
export function segmentsOf(course: Course, types: CourseTypes): Segment[] {
  const { fields } = fieldsOf({ course, types });
  const idKinds = new Map(
    fields
      .filter(({ format }) => format === 'id' || format === 'mark')
      .map((one) => [one.pointer, one.format]),
  );
  const segments = new Map<string, Segment>();
  for (const { pointer, value, format, maxLength } of listsAsOne(fields)) {
    const { place, isKeyed, page } = placeOf(course, pointer, idKinds);
    const id = isKeyed ? place : `${place}~${markOf(value)}`;
    const before = segments.get(id);
    segments.set(id, {
      ...{ id, place, isKeyed, page, source: value },
      kind: format as Segment['kind'],
      pointers: [...(before?.pointers ?? []), pointer],
      maxLength: maxLength ?? null,
      isForTrainers: forTrainers.test(pointer),
    });
  }
  return [...segments.values()];
}

/** What can be translated; a list of answers is one text with an answer a line, because languages differ in how many. */
function listsAsOne(fields: readonly Field[]): Field[] {
  const found = new Map<string, Field>();
  for (const field of fields) {
    if (!kinds.includes(field.format)) continue;
    if (field.format !== 'answer') {
      found.set(field.pointer, field);
      continue;
    }
    const pointer = field.pointer.slice(0, field.pointer.lastIndexOf('/'));
    const before = found.get(pointer);
    const { maxLength: _, ...rest } = field;
    found.set(pointer, { ...rest, pointer, value: before ? `${before.value}\n${field.value}` : field.value });
  }
  return [...found.values()];
}

/** The nearest id above, the marks below it, and the names of the fields on the way. */
function placeOf(
  course: Course,
  pointer: string,
  idKinds: ReadonlyMap<string, string>,
): Pick<Segment, 'place' | 'isKeyed' | 'page'> {
  let [owner, names, isKeyed, at] = ['', [] as string[], true, ''];
  let page: string | null = null;
  let value: unknown = course;
  for (const step of pointerSteps(pointer)) {
    const isInList = Array.isArray(value);
    value = (value as Readonly<Record<string, unknown>>)[step];
    at += pointerStep(step);
    const { id, type, blocks, title } = (typeof value === 'object' && value ? value : {}) as Readonly<
      Record<string, unknown>
    >;
    const kind = idKinds.get(`${at}/id`);
    if (Array.isArray(blocks) && at.startsWith('/lessons/')) page = String(title);
    if (kind === 'id') [owner, names, isKeyed] = [String(id), [], true];
    else if (kind === 'mark') names.push(String(id));
    else if (!isInList) names.push(step);
    else {
      isKeyed = false;
      if (typeof type === 'string') names = [type];
    }
  }
  return { place: [owner, names.join('.')].filter(Boolean).join('/'), isKeyed, page };
}

function markOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}
