/** `export <folder> --as gift|qti`: the questions of a course for other tools. */
import { join, resolve } from 'node:path';
import type { Question } from '../../src/course/block.ts';
import { type Course, pagesOf } from '../../src/course/course.ts';
import type { Unsaid } from '../exchange/exchange.ts';
import { exportForms } from '../exchange/export-forms.ts';
import { writeGift } from '../exchange/write-gift.ts';
import { writeQti } from '../exchange/write-qti.ts';
import { counted } from '../pipeline/counted.ts';
import { oneOf } from '../pipeline/did-you-mean.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import { zip } from '../pipeline/zip.ts';
import { type Outcome, WrongUse } from './command.ts';
import { openCourse } from './open-course.ts';
import { writeWhole } from './place.ts';
import { problemLines } from './problem-lines.ts';

export async function exportQuestions(
  base: string,
  name: string,
  form: string,
  out: string,
): Promise<Outcome> {
  if (!exportForms.includes(form))
    throw new WrongUse(`There is no form "${form}". Use ${oneOf(exportForms)}.`);
  const parsed = parseCourse(await openCourse(base, name), []);
  if (!parsed.ok) return { code: 1, out: [], err: problemLines(parsed.problems, 'nothing was written.') };
  const questions = questionsOf(parsed.course);
  const { file, content, unsaid } = await written(parsed.course, questions, form);
  writeWhole({ named: out, folder: resolve(base, out) }, file, content);
  return {
    code: 0,
    out: [
      `${join(out, file)}  ${counted(questions.length, 'question')}`,
      ...unsaid.map(({ id, message }) => `${id}: ${message}`),
    ],
    err: [],
  };
}

/** Those of banks, then those that assessments hold themselves. */
function questionsOf(course: Course): Question[] {
  return [
    ...(course.banks ?? []).flatMap((bank) => bank.questions),
    ...pagesOf(course).flatMap(({ assessment }) => assessment?.questions ?? []),
  ];
}

async function written(
  { id, language, version }: Course,
  questions: readonly Question[],
  form: string,
): Promise<{ file: string; content: Uint8Array; unsaid: readonly Unsaid[] }> {
  const name = `${id}_${language}_v${version}_questions`;
  if (form === 'gift') {
    const { text, unsaid } = writeGift(questions);
    return { file: `${name}.gift`, content: new TextEncoder().encode(text), unsaid };
  }
  const { files, unsaid } = writeQti(questions);
  return { file: `${name}_qti21.zip`, content: await zip(files), unsaid };
}
