import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportQuestions } from '../../build/commands/export.ts';
import { importFile } from '../../build/commands/import.ts';
import { importQuestions } from '../../build/exchange/import-questions.ts';
import { readGift } from '../../build/exchange/read-gift.ts';
import { writeGift } from '../../build/exchange/write-gift.ts';
import { writeQti } from '../../build/exchange/write-qti.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Question } from '../../src/course/block.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { courseAt } from '../documents/made.ts';

const root = join(import.meta.dirname, '../..');
const bytes = (text: string) => new TextEncoder().encode(text);
const qti = async (questions: readonly Question[], change = (text: string) => text) => {
  const { files } = writeQti(questions);
  return zip(
    files.map(({ path, content }) =>
      path.startsWith('items/')
        ? { path, content: bytes(change(new TextDecoder().decode(content))) }
        : { path, content },
    ),
  );
};
/** The words alone, as another tool leaves them. */
const withoutComments = (gift: string) => gift.replace(/^\/\/.*\n/gm, '');

let every: Question[];
beforeAll(async () => {
  const examples = await Promise.all(
    Object.keys(questionTypes).map(async (type) =>
      JSON.parse(await readFile(join(root, 'src/questions', type, 'example.json'), 'utf8')),
    ),
  );
  const bank = (await courseAt('course')).banks?.[0]?.questions ?? [];
  every = [...examples.map((one, index) => ({ ...one, id: `example-${index}` })), ...bank];
});

describe('questions that go out and come back', () => {
  it('are the same in GIFT, whatever their type, points, hints and outcomes', async () => {
    const { text } = writeGift(every);
    const { questions, remarks } = await importQuestions('gift', bytes(text));
    expect(questions).toEqual(every);
    expect(remarks.filter(({ kind }) => kind !== 'recognised').map(({ message }) => message)).toEqual([]);
  });

  it('are the same in QTI 2.1', async () => {
    const { questions } = await importQuestions('zip', await qti(every));
    const byId = (list: readonly Question[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(questions)).toEqual(byId(every));
  });

  it('are read from the words where somebody has changed them, and the report says so', async () => {
    const [question] = [
      { type: 'true-false', id: 'q-one', prompt: 'Oil burns.', answer: true, points: 3 } as Question,
    ];
    const gift = writeGift([question]).text.replaceAll('Oil burns', 'Water burns').replace('TRUE', 'FALSE');
    const back = await importQuestions('gift', bytes(gift));
    expect(back.questions).toEqual([
      { type: 'true-false', id: 'q-one', prompt: 'Water burns.', answer: false },
    ]);
    expect(
      back.remarks.some(({ kind, message }) => kind === 'guessed' && message.includes('was changed')),
    ).toBe(true);
    const changed = await qti([question], (xml) => xml.replaceAll('Oil burns', 'Water burns'));
    expect((await importQuestions('zip', changed)).questions).toEqual([
      { type: 'true-false', id: 'q-one', prompt: 'Water burns.', answer: true },
    ]);
  });
});

const text = fc
  .string({ unit: fc.constantFrom(...'aB7 ~=#{}:\\->%.,?!é水'), minLength: 1, maxLength: 30 })
  .map((one) => one.replace(/\s+/g, ' ').trim())
  .filter((one) => /[aB7é水]/.test(one));
const distinct = fc.uniqueArray(text, { minLength: 2, maxLength: 6 });
const common = (prompt: string, explanation: string | undefined) => ({
  ...{ id: 'q-any', prompt },
  ...(explanation && { explanation }),
});
const marks = 'abcdefghij';
const anyQuestion = fc.oneof(
  fc.tuple(text, fc.option(text, { nil: undefined }), fc.boolean()).map(([prompt, why, answer]) => ({
    ...{ type: 'true-false', ...common(prompt, why), answer },
  })),
  fc
    .tuple(text, fc.option(text, { nil: undefined }), distinct, fc.nat(5))
    .map(([prompt, why, texts, right]) => ({
      ...{ type: 'single-choice', ...common(prompt, why) },
      options: texts.map((one, index) => ({
        ...{ id: marks[index], text: one },
        ...(index === right % texts.length && { correct: true, feedback: `so: ${one}` }),
      })),
    })),
  fc.tuple(text, distinct).map(([prompt, texts]) => ({
    ...{ type: 'multiple-choice', ...common(prompt, undefined) },
    options: texts.map((one, index) => ({
      id: marks[index],
      text: one,
      ...(index % 2 === 0 && { correct: true }),
    })),
  })),
  fc.tuple(text, fc.uniqueArray(text, { minLength: 1, maxLength: 4 })).map(([prompt, accepted]) => ({
    ...{ type: 'fill-in', ...common(prompt, undefined), accepted },
  })),
  fc
    .tuple(text, fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 9 }))
    .map(([prompt, answer, tolerance]) => ({
      ...{ type: 'numeric', ...common(prompt, undefined), answer, tolerance },
    })),
  fc.tuple(text, distinct).map(([prompt, texts]) => ({
    ...{ type: 'matching', ...common(prompt, undefined) },
    items: texts.map((one, index) => ({ id: marks[index], text: one, target: marks[index] })),
    targets: texts.map((one, index) => ({ id: marks[index], text: `to ${one}` })),
  })),
) as fc.Arbitrary<Question>;

describe('the words alone', () => {
  it('of GIFT say the same question, whatever signs are in its texts', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const [back] = readGift(withoutComments(writeGift([question]).text)).questions;
        expect(back).toEqual(question);
      }),
      { numRuns: 400 },
    );
  });

  it('of QTI say the same question: what is right, which answers there are, what is said', async () => {
    const plain: Question[] = [
      {
        type: 'true-false',
        id: 'q-a',
        prompt: 'Oil *burns*.',
        answer: true,
        feedback: { false: 'It does.' },
        explanation: 'Class B.',
      },
      {
        type: 'single-choice',
        id: 'q-b',
        prompt: 'Which?\n\n- one\n- two',
        options: [
          { id: 'a', text: 'A < B & "C"', correct: true, feedback: 'Yes.' },
          { id: 'b', text: 'Other' },
        ],
      },
      {
        type: 'multiple-choice',
        id: 'q-c',
        prompt: 'Which ones?',
        options: [
          { id: 'a', text: 'Heat', correct: true },
          { id: 'b', text: '**Fuel**', correct: true },
          { id: 'c', text: 'Time' },
        ],
      },
      { type: 'fill-in', id: 'q-d', prompt: 'Name it.', accepted: ['air', 'oxygen'] },
      { type: 'numeric', id: 'q-e', prompt: 'How many?', answer: 3.5 },
      {
        type: 'matching',
        id: 'q-f',
        prompt: 'Match.',
        items: [
          { id: 'a', text: 'Wood', target: 'b' },
          { id: 'b', text: 'Oil', target: 'a' },
        ],
        targets: [
          { id: 'a', text: 'Class B' },
          { id: 'b', text: 'Class A' },
        ],
      },
      {
        type: 'sequencing',
        id: 'q-g',
        prompt: 'In order.',
        items: [
          { id: 'a', text: 'Alarm' },
          { id: 'b', text: 'Water' },
        ],
      },
      { type: 'free-text', id: 'q-h', prompt: 'Say why.' },
      {
        type: 'likert',
        id: 'q-i',
        prompt: 'I am ready.',
        scale: [
          { id: 'a', text: 'No' },
          { id: 'b', text: 'Yes' },
        ],
      },
      {
        type: 'cloze',
        id: 'q-j',
        prompt: 'Fill in.',
        text: 'First [[a]], then [[b]].',
        gaps: [
          { id: 'a', accepted: ['alarm'] },
          { id: 'b', accepted: ['water'], options: ['sand', 'water'] },
        ],
      },
    ] as unknown as Question[];
    const files = writeQti(plain).files.filter(({ path }) => path !== 'coursewright.json');
    const { questions, remarks } = await importQuestions('zip', await zip(files));
    expect(questions).toEqual(plain);
    expect(remarks.filter(({ kind }) => kind === 'guessed')).toEqual([]);
  });
});

describe('questions of other tools', () => {
  it('in GIFT become a bank; what cannot be taken is told with its line and its words', async () => {
    const gift = [
      '// A file of another tool',
      '$CATEGORY: Fire/Basics',
      '',
      '::Fire 1:: Oil floats on water. {T}',
      '',
      '::Fire 2::[html]<p>What puts out <b>oil</b>?</p>{',
      '=Foam#Yes, foam.',
      '~Water#Never.',
      '}',
      '',
      'A fire needs {=heat =warmth} to burn.',
      '',
      'How many classes? {#5:1}',
      '',
      '{ broken',
      '',
      'Match {=Wood -> A =Oil -> B}',
    ].join('\n');
    const base = await mkdtemp(join(tmpdir(), 'coursewright-'));
    await writeFile(join(base, 'fire.gift'), gift);
    const { code, out } = await importFile(base, 'fire.gift', 'course', 'en', undefined);
    expect(code).toBe(0);
    expect(out.at(-1)).toContain('{ "file": "banks/fire.json" }');
    const bank = JSON.parse(await readFile(join(base, 'course/banks/fire.json'), 'utf8'));
    expect(bank.questions).toEqual([
      { type: 'true-false', answer: true, id: 'fire-1', prompt: 'Oil floats on water.' },
      {
        type: 'single-choice',
        id: 'fire-2',
        prompt: 'What puts out **oil**?',
        options: [
          { id: 'a', text: 'Foam', correct: true, feedback: 'Yes, foam.' },
          { id: 'b', text: 'Water', feedback: 'Never.' },
        ],
      },
      {
        type: 'fill-in',
        accepted: ['heat', 'warmth'],
        id: 'a-fire-needs-to-burn',
        prompt: 'A fire needs \\_\\_\\_ to burn.',
      },
      { type: 'numeric', answer: 5, tolerance: 1, id: 'how-many-classes', prompt: 'How many classes?' },
      {
        type: 'matching',
        id: 'match',
        prompt: 'Match',
        items: [
          { id: 'a', text: 'Wood', target: 'a' },
          { id: 'b', text: 'Oil', target: 'b' },
        ],
        targets: [
          { id: 'a', text: 'A' },
          { id: 'b', text: 'B' },
        ],
      },
    ]);
    const report = await readFile(join(base, 'course/banks/fire-import-report.md'), 'utf8');
    expect(report).toContain('- 2: A category is not taken: $CATEGORY: Fire/Basics');
    expect(report).toContain('- 15: Not a question that can be taken: { broken');
    await expect(importFile(base, 'fire.gift', 'course', 'en', undefined)).rejects.toThrow(
      'is there already',
    );
  });

  it('in a table become a bank by the names of its columns', async () => {
    const csv = [
      'Question;Right;Wrong 1;Wrong 2;Outcome;Author',
      'What burns?;Oil;Water;;know;Ann',
      '"Is ""foam"" wet?";TRUE;;;;',
      'How many?;3;;;;',
      'Nothing;;;;;',
    ].join('\n');
    const { questions, remarks } = await importQuestions('csv', bytes(csv));
    expect(questions).toEqual([
      {
        ...{ type: 'single-choice', id: 'what-burns', prompt: 'What burns?', outcome: 'know', shuffle: true },
        options: [
          { id: 'a', text: 'Oil', correct: true },
          { id: 'b', text: 'Water' },
        ],
      },
      { type: 'true-false', answer: true, id: 'is-foam-wet', prompt: 'Is "foam" wet?' },
      { type: 'numeric', answer: 3, id: 'how-many', prompt: 'How many?' },
    ]);
    const left = remarks.filter(({ kind }) => kind === 'left').map(({ message }) => message);
    expect(left[0]).toContain('The column “Author” is none that is known');
    expect(left[1]).toContain('A row that is no question: Nothing');
    expect(left[2]).toContain('2 questions name no learning outcome');
  });

  it('of the flagship go out by the command, which says what the other form cannot say', async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const gift = await exportQuestions(root, 'course', 'gift', out);
    expect(gift.code).toBe(0);
    expect(gift.out[0]).toContain(
      'un-cptm-2-7-women-peace-security_en_v2025.1.0_questions.gift  47 questions',
    );
    expect(gift.out.slice(1).every((line) => line.includes('GIFT has no question like'))).toBe(true);
    expect((await exportQuestions(root, 'course', 'qti', out)).out[0]).toContain(
      '_questions_qti21.zip  47 questions',
    );
    await expect(exportQuestions(root, 'course', 'word', out)).rejects.toThrow('There is no form "word"');
  });
});
