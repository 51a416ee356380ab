/** `import <file> --out <path>`: a lesson plan becomes a course, questions become an item bank. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { importQuestions, isGift, questionEndings } from '../exchange/import-questions.ts';
import { type HouseStyle, houseStyle, StyleMistake } from '../import/house-style.ts';
import { importLesson, lessonEndings } from '../import/import-lesson.ts';
import { slug } from '../import/part-text.ts';
import { type Remark, reportText } from '../import/report.ts';
import { UnreadableZip } from '../inspect/open-zip.ts';
import { oneOf } from '../pipeline/did-you-mean.ts';
import { type Outcome, WrongUse } from './command.ts';
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
  const text = ending === 'txt' ? new TextDecoder().decode(content) : '';
  if ((questionEndings as readonly string[]).includes(ending) || isGift(text))
    return importBank(base, name, content, ending, out);
  if (!(lessonEndings as readonly string[]).includes(ending))
    throw new WrongUse(
      `"${name}" cannot be imported: a lesson plan ends in ${oneOf([...lessonEndings])}, questions in ${oneOf([...questionEndings])}.`,
    );
  const folder = resolve(base, out);
  if (await stat(join(folder, 'course.json')).catch(() => null))
    throw new WrongUse(`"${out}" holds a course already; nothing was written.`);
  const { files, remarks } = await importLesson(name, content, await styleFrom(base, style), language);
  for (const { path, content } of files) writeWhole({ named: out, folder }, path, content);
  return {
    code: 0,
    out: [
      `${join(out, 'course.json')}: ${countsOf(remarks)}.`,
      `Read ${join(out, 'import-report.md')} next.`,
    ],
    err: [],
  };
}

/** A bank in a file of its own: `{ "file": "…" }` in "banks" of course.json takes it in. */
async function importBank(
  base: string,
  name: string,
  content: Uint8Array,
  ending: string,
  out: string,
): Promise<Outcome> {
  const place = { named: out, folder: resolve(base, out) };
  const id = slug(name.replace(/\.[^.]*$/, '')) || 'questions';
  const file = `banks/${id}.json`;
  if (await stat(join(place.folder, file)).catch(() => null))
    throw new WrongUse(`"${join(out, file)}" is there already; nothing was written.`);
  const { questions, remarks } = await importQuestions(ending, content).catch((error) => {
    if (error instanceof UnreadableZip) throw new WrongUse(`"${name}" cannot be read: ${error.message}`);
    throw error;
  });
  const report = `banks/${id}-import-report.md`;
  writeWhole(place, report, new TextEncoder().encode(reportText(name, remarks)));
  const said = `Read ${join(out, report)} next.`;
  if (questions.length === 0)
    return { code: 1, out: [], err: [`No question of "${name}" could be taken.`, said] };
  const bank = { id: `bank-${id}`.slice(0, 64), title: name, questions };
  writeWhole(place, file, new TextEncoder().encode(`${JSON.stringify(bank, null, 2)}\n`));
  return {
    code: 0,
    out: [
      `${join(out, file)}: ${countsOf(remarks)}.`,
      said,
      `Put { "file": "${file}" } into "banks" of course.json, and "${bank.id}" into "banks" of an assessment.`,
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
