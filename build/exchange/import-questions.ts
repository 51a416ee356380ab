/** Questions from another tool's file as an item bank that validates. Reads like a table of contents. */
import { blockTypes } from '../../src/blocks/index.ts';
import type { BlockType, Question } from '../../src/course/block.ts';
import { questionTypes } from '../../src/questions/index.ts';
import type { Remark } from '../import/report.ts';
import { openZip } from '../inspect/open-zip.ts';
import { checkSchema } from '../pipeline/check-schema.ts';
import type { TakenQuestions } from './exchange.ts';
import { readCsv } from './read-csv.ts';
import { readGift } from './read-gift.ts';
import { readQti } from './read-qti.ts';

export const questionEndings = ['gift', 'csv', 'zip'] as const;

/** Moodle writes GIFT into files that end in .txt. */
export function isGift(text: string): boolean {
  return /^::(?:\\.|[^:])*::/m.test(text) || /^[^{\n]*\{[^}]*[=~#][^}]*\}/m.test(text);
}

/** @throws UnreadableZip for a zip that is damaged */
export async function importQuestions(ending: string, content: Uint8Array): Promise<TakenQuestions> {
  const { questions, remarks } = await read(ending, content);
  const checked = questions.map((question) => ({ question, mistake: mistakeIn(question) }));
  const left = checked.flatMap(({ question, mistake }): Remark[] =>
    mistake === null ? [] : [{ kind: 'left', message: `${mistake} ${JSON.stringify(question)}` }],
  );
  const taken = checked.flatMap(({ question, mistake }) => (mistake === null ? [question] : []));
  const aimless = taken.filter(({ outcome }) => outcome === undefined).length;
  return {
    questions: taken,
    remarks: [
      ...taken.map(({ id, type }): Remark => ({ kind: 'recognised', message: `${id}: ${type}.` })),
      ...remarks,
      ...left,
      ...(aimless > 0
        ? [
            {
              kind: 'left',
              message: `${aimless} questions name no learning outcome: an assessment needs one for each.`,
            } as const,
          ]
        : []),
    ],
  };
}

async function read(ending: string, content: Uint8Array): Promise<TakenQuestions> {
  if (ending === 'zip') {
    const zip = await openZip(content);
    try {
      return await readQti(zip);
    } finally {
      zip.close();
    }
  }
  const text = new TextDecoder().decode(content);
  return ending === 'csv' ? readCsv(text) : readGift(text);
}

// One object: the schema of its types is compiled once.
const types = { block: blockTypes, question: questionTypes };

/** What a course would refuse about a question; null for one that it takes. */
function mistakeIn(question: Question): string | null {
  const course = {
    ...{ id: 'a', title: 'a', description: 'a', language: 'en', version: '1.0.0', aim: 'a', outcomes: [] },
    banks: [{ id: 'bank', questions: [question] }],
    lessons: [{ id: 'lesson', title: 'a', pages: [{ id: 'page', title: 'a', minutes: 1, blocks: [] }] }],
  };
  const [first] = checkSchema(course, types);
  if (first) return `${first.message} ${first.hint}`;
  const type = (questionTypes as Readonly<Record<string, BlockType>>)[question.type];
  const [second] = type?.check?.(question as never) ?? [];
  return second ? `${second.message} ${second.hint}` : null;
}
