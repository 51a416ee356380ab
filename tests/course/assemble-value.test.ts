import { expect, it } from 'vitest';
import { assembleValue } from '../../build/pipeline/assemble-value.ts';
import type { CourseFolder } from '../../build/pipeline/read-course.ts';

const folderOf = (files: Readonly<Record<string, unknown>>): CourseFolder => ({
  name: 'course',
  files: new Map(
    Object.entries(files).map(([path, value]) => [path, new TextEncoder().encode(JSON.stringify(value))]),
  ),
});

const note = { kind: 'note', parts: [{ words: 'Wait.' }] };
const folder = folderOf({
  'course.json': {
    first: { file: 'note.json' },
    again: { file: 'note.json' },
    list: [{ file: 'list.json' }],
  },
  'note.json': note,
  'list.json': [{ file: 'note.json' }],
});

it('gives each place a value of its own, where a file stands in several', () => {
  const { value, problems } = assembleValue(folder);
  expect(problems).toEqual([]);
  expect(value).toEqual({ first: note, again: note, list: [[note]] });
  const { first, again, list } = value as { first: object; again: object; list: object[][] };
  expect(new Set([first, again, list[0]?.[0]]).size).toBe(3);
});

it('gives the same object again for a file that is as it was', () => {
  const edited = {
    ...folder,
    files: new Map([...folder.files, ...folderOf({ 'list.json': [1] }).files]),
  };
  const [before, after] = [folder, edited].map((one) => assembleValue(one).value as { first: object });
  expect(after).toEqual({ first: note, again: note, list: [[1]] });
  expect(after?.first).toBe(before?.first);
});
