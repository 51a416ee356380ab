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
