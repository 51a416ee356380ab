import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { refusal } from '../../build/preview/scorm/scorm12-rules.ts';
import { blockTypes } from '../../src/blocks/index.ts';
import type { Block, Question } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { interactionWrites } from '../../src/formats/scorm12/vocabulary.ts';
import { locales } from '../../src/locales/index.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import { courseOf, unzipped } from './course-of.ts';

const src = join(import.meta.dirname, '../../src');
const example = async (kind: string, type: string) =>
  JSON.parse(await readFile(join(src, kind, type, 'example.json'), 'utf8'));
const folders = async (kind: string) =>
  (await readdir(join(src, kind), { withFileTypes: true }))
    .filter((one) => one.isDirectory())
    .map((one) => one.name);

it('lists every block and question folder', async () => {
  expect(Object.keys(blockTypes).sort()).toEqual((await folders('blocks')).sort());
  expect(Object.keys(questionTypes).sort()).toEqual((await folders('questions')).sort());
});

it('explains every type in the maps of the folders', async () => {
  const map = (kind: string) => readFile(join(src, kind, 'README.md'), 'utf8');
  const [blocks, questions] = [await map('blocks'), await map('questions')];
  for (const name of Object.keys(blockTypes)) expect(blocks).toContain(`\`${name}\``);
  for (const [name, type] of Object.entries(questionTypes as Readonly<Record<string, QuestionType>>)) {
    const row = questions.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    const key = (await example('questions', name)) as never;
    expect(row, name).toContain(`\`${type.interaction(key, type.fullest(key)).type}\``);
  }
});

describe.each(Object.keys(blockTypes))('the block "%s"', (type) => {
  it('has an example that validates and is shown in the document', async () => {
    const block: Block = await example('blocks', type);
    expect(block.type).toBe(type);
    const built = await buildPackage(courseOf({ blocks: [block] }), scorm12);
    expect(built.problems).toEqual([]);
    if (!built.ok) return;
    const html = unzipped(built.files, 'index.html');
    for (const text of plainTexts(block)) expect(html).toContain(text);
  });

  it('keeps facilitator notes out of every file of the package', async () => {
    const block: Block = { ...(await example('blocks', type)), notes: ['Only for the trainer: zanzibar.'] };
    const built = await buildPackage(courseOf({ blocks: [block] }), scorm12);
    expect(built.ok && built.files.length).toBeGreaterThan(5);
    if (built.ok)
      for (const { path } of built.files) expect(unzipped(built.files, path)).not.toContain('zanzibar');
  });

  it('has a view, and a style that its view needs', () => {
    for (const file of ['view.hbs', 'view.css', 'example.json', 'schema.ts'])
      expect(existsSync(join(src, 'blocks', type, file)), file).toBe(true);
  });
});

describe.each(Object.entries(questionTypes as Readonly<Record<string, QuestionType>>))(
  'the question "%s"',
  (name, type) => {
    const keyed = async () => {
      const question: Question = await example('questions', name);
      const inCourse = type.isUnscored
        ? { blocks: [{ type: 'knowledge-check', question } as Block] }
        : { questions: [question] };
      const parsed = parseCourse(courseOf(inCourse));
      expect(parsed.problems).toEqual([]);
      if (!parsed.ok) throw new Error('the example does not validate');
      const outline = outlineCourse(parsed).questions[question.id];
      if (!outline) throw new Error('the outline lacks the question');
      return { question, outline, key: outline.key as never };
    };

    it('has an example that validates, names its outcome and explains', async () => {
      const { question, outline } = await keyed();
      const points = type.isUnscored ? 0 : (question.points ?? 1);
      expect(outline).toMatchObject({ type: name, outcome: 'know', points });
    });

    it('sends no text to the player, only what grading needs', async () => {
      const { question, outline } = await keyed();
      expect(JSON.stringify(outline.key)).not.toContain(question.prompt);
      expect(JSON.stringify(outline.key)).not.toMatch(
        /feedback|explanation|consequence|"text":|"title":|"alt":/,
      );
    });

    it('tells the LMS an interaction that SCORM 1.2 takes', async () => {
      const { key } = await keyed();
      const what = type.interaction(key, type.fullest(key));
      const grade = type.isUnscored ? null : 1;
      const writes = interactionWrites(0, {
        ...{ id: 'q', what, grade, weighting: 1, outcome: 'o', at: 0, latency: 0 },
      });
      const held = new Map<string, string>();
      for (const [element, value] of writes) {
        expect(refusal(element, value, held, { interactions: 0, objectives: 0 }), element).toBeNull();
        held.set(element, value);
      }
      expect(writes.map(([element]) => element)).toContain('cmi.interactions.0.student_response');
      expect(writes.some(([element]) => element.includes('correct_responses'))).toBe(!type.isUnscored);
    });

    it('is shown in a page for practice, with its hints and its facilitator notes left out', async () => {
      const question = await example('questions', name);
      const folder = courseOf({
        blocks: [
          {
            type: 'knowledge-check',
            question: { ...question, hints: ['Look up.'], notes: ['zanzibar'] },
          } as Block,
        ],
      });
      const built = await buildPackage(folder, scorm12);
      expect(built.problems).toEqual([]);
      if (!built.ok) return;
      const html = unzipped(built.files, 'index.html');
      expect(html).toContain(`data-question="${question.id}"`);
      expect(html).toContain('Look up.');
      expect(html).not.toContain('zanzibar');
      for (const text of plainTexts(question)) expect(html).toContain(text);
    });
  },
);

it('says every word of the player somewhere', async () => {
  const root = join(src, '..');
  const texts: string[] = [];
  for (const folder of ['src', 'build', 'templates'])
    for (const file of await readdir(join(root, folder), { recursive: true }))
      if (/\.(ts|hbs)$/.test(file)) texts.push(await readFile(join(root, folder, file), 'utf8'));
  const all = texts.join('\n');
  expect(
    Object.keys(locales.en).filter((key) => !new RegExp(`['"]${key.replaceAll('.', '\\.')}['"]`).test(all)),
  ).toEqual([]);
});

/** Texts of a block that stand in the document as they are: those without markup or punctuation that is escaped. */
function plainTexts(value: unknown): string[] {
  const facilitatorsOnly = [
    'classroom',
    'type',
    'number',
    'src',
    'outcome',
    'decorative',
    'accepted',
    'unit',
  ];
  if (typeof value === 'string') return /^[A-Z][\w ]+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    facilitatorsOnly.includes(key) ? [] : plainTexts(item),
  );
}
