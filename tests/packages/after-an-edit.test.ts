import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { BuiltPackage } from '../../build/pipeline/build-package.ts';
import type { CourseFolder } from '../../build/pipeline/read-course.ts';
import { formats } from '../../src/formats/index.ts';
import { unzipped } from '../contracts/course-of.ts';
import { courseFolder } from '../documents/made.ts';

const folder = await courseFolder('tests/fixtures/full');

/** Another builder, which has built nothing yet. */
async function newBuilder() {
  vi.resetModules();
  const { buildPackage } = await import('../../build/pipeline/build-package.ts');
  return async (course: CourseFolder) => documentOf(await buildPackage(course, formats.scorm12));
}

/** Another one, that looks for mistakes. */
async function newChecker() {
  vi.resetModules();
  const { parseCourse } = await import('../../build/pipeline/parse-course.ts');
  return (course: CourseFolder) => parseCourse(course).problems;
}

function documentOf(built: BuiltPackage): string {
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return unzipped(built.files, 'index.html');
}

function edited(path: string, from: string, to: string): CourseFolder {
  const text = new TextDecoder().decode(folder.files.get(path));
  expect(text).toContain(from);
  return {
    ...folder,
    files: new Map([...folder.files, [path, new TextEncoder().encode(text.replace(from, to))]]),
  };
}

// What is kept between two builds is kept by all that it was made of, or a learner gets what was there before.
describe('a builder that has built the course before', () => {
  let build: Awaited<ReturnType<typeof newBuilder>>;
  let before: string;
  beforeAll(async () => {
    build = await newBuilder();
    before = await build(folder);
  });

  it.each([
    ['an outcome that blocks name', 'course.json', '"Safe start"', '"A safe start"'],
    ['a reference that blocks name', 'course.json', '"Pump manual"', '"Manual of the pump"'],
    ['the language', 'course.json', '"language": "en"', '"language": "fr"'],
    ['how much a learner may write', 'lessons/doing.json', '"maxLength": 200', '"maxLength": 201'],
    ['the size of a picture', 'media/pump.svg', 'width="320"', 'width="640"'],
    ['the weight of a download', 'media/checklist.pdf', '%PDF-', `%PDF-${' '.repeat(9000)}`],
    ['the view of an own block', 'blocks/gauge/view.hbs', '<', '<i>new</i><'],
  ])('makes what a new one makes after a change of %s', async (_, path, from, to) => {
    const course = edited(path, from, to);
    const after = await build(course);
    expect(after).not.toBe(before);
    expect(after).toBe(await (await newBuilder())(course));
  });
});

const capitals = 'NEVER RUN THE PUMP WHILE ITS OUTLET IS SHUT';

describe('a checker that has checked the course before', () => {
  // Some of these are mistakes in one place and none in another: what is known of a text is not said of its place.
  const changes = [
    ['HTML in a text', 'lessons/doing.json', 'Put each part', '<b>Put</b> each part'],
    ['capitals', 'lessons/doing.json', 'Put each part', capitals],
    ['capitals that only the trainer sees', 'lessons/reading.json', 'Only for the trainer.', capitals, false],
    ['the same capitals for all', 'lessons/reading.json', 'The pump from the left', capitals],
    ['a character that none can read', 'lessons/doing.json', 'Inlet side', 'Inlet \\u0007side'],
    ['a picture whose text is its name', 'lessons/reading.json', 'The pump from the left', 'pump.svg'],
    ['a file where it says no picture', 'lessons/doing.json', 'Inlet side', 'pump.svg', false],
    ['an option that stands there twice', 'lessons/doing.json', 'Check valve', 'Strainer'],
    ['an outcome that is gone', 'course.json', '"id": "safe-start"', '"id": "start-safe"'],
  ] as const;
  const courses = new Map(changes.map(([what, path, from, to]) => [what as string, edited(path, from, to)]));
  let check: Awaited<ReturnType<typeof newChecker>>;
  let before: ReturnType<typeof check>;
  const expected = new Map<string, typeof before>();
  beforeAll(async () => {
    check = await newChecker();
    before = check(folder);
    // Another one, which has never seen the course without a change, and meets them the other way round.
    const other = await newChecker();
    for (const [what, course] of [...courses].reverse()) expected.set(what, other(course));
  });

  it.each(changes)('finds what another finds after a change to %s', (what, ...[, , , isMistake]) => {
    const found = check(courses.get(what) ?? folder);
    expect(found.length > before.length).toBe(isMistake !== false);
    expect(found).toEqual(expected.get(what));
    expect(check(folder)).toEqual(before);
  });
});
