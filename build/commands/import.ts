/** `import <file> --out <path>`: a lesson plan becomes a course, questions become an item bank. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type HouseStyle, houseStyle, StyleMistake } from '../import/house-style.ts';
import { importLesson, lessonEndings } from '../import/import-lesson.ts';
import type { Remark } from '../import/report.ts';
import { oneOf } from '../pipeline/did-you-mean.ts';
import { defineCommand, type Outcome, WrongUse } from './command.ts';
import { writeWhole } from './place.ts';

export async function importFile(
  base: string,
  file: string,
  out: string,
  language: string,
  style: string | undefined,
): Promise<Outcome> {
  const content = await readFile(resolve(base, file)).catch(() => null);
  if (!content) throw new WrongUse(`There is no file "${file}".`);
  const name = basename(file);
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!(lessonEndings as readonly string[]).includes(ending))
    throw new WrongUse(`"${name}" cannot be imported: a lesson plan ends in ${oneOf([...lessonEndings])}.`);
  const folder = resolve(base, out);
  if (await stat(join(folder, 'course.json')).catch(() => null))
    throw new WrongUse(`"${out}" holds a course already; nothing was written.`);
  const { files, remarks } = await importLesson(name, content, await styleFrom(base, style), language);
  for (const { path, content } of files) await writeWhole({ named: out, folder }, path, content);
  return {
    code: 0,
    out: [
      `${join(out, 'course.json')}: ${countsOf(remarks)}.`,
      `Read ${join(out, 'import-report.md')} next.`,
    ],
    err: [],
  };
}

async function styleFrom(base: string, path: string | undefined): Promise<HouseStyle> {
  if (path === undefined) return houseStyle();
  const json = await readFile(resolve(base, path), 'utf8').catch(() => null);
  if (json === null) throw new WrongUse(`There is no file "${path}".`);
  try {
    return houseStyle(json);
  } catch (error) {
    if (error instanceof StyleMistake) throw new WrongUse(`"${path}" is no house style: ${error.message}`);
    throw error;
  }
}

export function countsOf(remarks: readonly Remark[]): string {
  const count = (kind: Remark['kind']) => remarks.filter((remark) => remark.kind === kind).length;
  return `${count('recognised')} parts recognised, ${count('guessed')} guessed, ${count('left')} left for you`;
}

export const importCommand = defineCommand({
  name: 'import',
  about: 'Makes a course of a lesson plan, with a report of what was recognised, guessed and left.',
  takes: [{ name: '<file>', what: 'a file: a lesson plan as .docx, .md or .txt' }],
  options: {
    out: {
      type: 'string',
      default: 'imported',
      value: '<folder>',
      about: 'Where the course goes; "imported" when left out.',
    },
    language: {
      type: 'string',
      default: 'en',
      value: '<tag>',
      about: 'Language of the plan; en when left out.',
    },
    style: {
      type: 'string',
      value: '<file>',
      about: 'Rules of another house: a copy of build/import/house-style.json, changed.',
    },
  },
  run: ([file = ''], { out, language, style }, { base }) => importFile(base, file, out, language, style),
});
