/** The flagship course as the coverage tests ask for it: by page, by block, by type. */
import { join } from 'node:path';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { courseSchema, pagesOf } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';

const folder = join(import.meta.dirname, '../../course');
const read = parseCourse(await readCourse(folder, 'course'));
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));

export const parsed = read;
export const { course, types } = read;
export const { typed, fields } = walk(course, courseSchema, types);
export const pages = pagesOf(course);
export const page = (id: string) => pages.find((one) => one.id === id);
export const ofType = (type: string) =>
  typed.filter(({ value }) => value.type === type).map(({ value }) => value);

interface Item {
  readonly id?: string;
  readonly date?: string;
  readonly title: string;
  readonly text: string;
  readonly short?: string;
}
interface Listing {
  readonly title: string;
  readonly value?: string;
  readonly source?: string;
  readonly text: string;
  readonly items: readonly Item[];
  readonly groups: readonly { readonly title: string; readonly items: readonly Item[] }[];
}
export const block = (id: string) =>
  pages.flatMap((one) => one.blocks).find((one) => one.id === id) as unknown as Listing;

/** All that these blocks or pages say to a learner, as one text: facilitator notes left out. */
export const said = (value: unknown) =>
  JSON.stringify(value, (key, inner) => (key === 'notes' || key === 'classroom' ? undefined : inner)) ?? '';
/** The notes of a page and of what stands on it. */
export const notesOn = (id: string) =>
  [page(id), ...(page(id)?.blocks ?? [])].flatMap((part) => part?.notes ?? []).join('\n');
