/**
 * A table of questions, a row each, as spreadsheets write it. The one place that knows csv-parse. What a column is, its
 * header says: question, right, wrong (any number of each), type, id, explanation, outcome, difficulty, points.
 */
import { parse } from 'csv-parse/sync';
import type { Question } from '../../src/course/block.ts';
import type { Remark } from '../import/report.ts';
import { idMaker, markAt, type TakenQuestions } from './exchange.ts';

const headers: readonly (readonly [name: string, header: RegExp])[] = [
  ['prompt', /^(question|prompt|stem)\b/i],
  ['right', /^(right|correct|answer|solution)\b/i],
  ['wrong', /^(wrong|incorrect|distractor|option)\b/i],
  ['type', /^(type|kind)$/i],
  ['id', /^(id|name)$/i],
  ['explanation', /^(explanation|feedback|rationale)$/i],
  ['outcome', /^(outcome|objective)$/i],
  ['difficulty', /^(difficulty|level)$/i],
  ['points', /^(points?|weight|marks?)$/i],
];

export function readCsv(text: string): TakenQuestions {
  const nextId = idMaker();
  const remarks: Remark[] = [];
  const rows = tableOf(text);
  const [head = [], ...body] = rows;
  const columns = head.map((header) => headers.find(([, test]) => test.test(header.trim()))?.[0] ?? null);
  for (const [index, header] of head.entries())
    if (columns[index] === null && header.trim())
      remarks.push({
        kind: 'left',
        place: 1,
        message: `The column “${header}” is none that is known: what stands in it is not taken.`,
      });
  if (!columns.includes('prompt') || !columns.includes('right'))
    return {
      questions: [],
      remarks: [
        ...remarks,
        { kind: 'left', place: 1, message: 'The table needs a column “question” and a column “right”.' },
      ],
    };
  const questions = body.flatMap((row, index) => {
    const all = (name: string) =>
      row.filter((cell, at) => columns[at] === name && cell.trim() !== '').map((cell) => cell.trim());
    const question = questionOf(all, nextId);
    if (!question)
      remarks.push({
        kind: 'left',
        place: index + 2,
        message: `A row that is no question: ${row.join(' | ')}`,
      });
    return question ? [question] : [];
  });
  return { questions, remarks };
}

/** Spreadsheets separate by comma, semicolon or tab, as their language wants. */
function tableOf(text: string): string[][] {
  const [first = ''] = text.split(/\r?\n/);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  const delimiter = counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
  return parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true });
}

function questionOf(all: (name: string) => string[], nextId: (name: string) => string): Question | null {
  const [prompt] = all('prompt');
  const [right, wrong] = [all('right'), all('wrong')];
  const answers = prompt ? answersOf(right, wrong, all('type')[0] ?? '') : null;
  if (!prompt || !answers) return null;
  const [explanation] = all('explanation');
  const [outcome] = all('outcome');
  const [difficulty] = all('difficulty');
  const points = Number(all('points')[0]);
  return {
    ...answers,
    id: nextId(all('id')[0] ?? prompt),
    prompt,
    ...(explanation && { explanation }),
    ...(outcome && { outcome }),
    ...(/^(easy|medium|hard)$/.test(difficulty ?? '') && { difficulty }),
    ...(points > 0 && { points }),
  } as unknown as Question;
}

function answersOf(
  right: readonly string[],
  wrong: readonly string[],
  type: string,
): Record<string, unknown> | null {
  const [only = ''] = right;
  if (right.length === 0) return /free|essay|text/i.test(type) ? { type: 'free-text' } : null;
  if (wrong.length === 0 && /^(true|false|t|f)$/i.test(only))
    return { type: 'true-false', answer: /^t/i.test(only) };
  if (wrong.length === 0 && right.length === 1 && /^-?\d+(\.\d+)?$/.test(only))
    return { type: 'numeric', answer: Number(only) };
  if (wrong.length === 0) return { type: 'fill-in', accepted: right };
  return {
    type: right.length === 1 && !/multi/i.test(type) ? 'single-choice' : 'multiple-choice',
    options: [...right, ...wrong].map((text, index) => ({
      id: markAt(index),
      text,
      ...(index < right.length && { correct: true }),
    })),
    // The right ones stand first in a table.
    shuffle: true,
  };
}
