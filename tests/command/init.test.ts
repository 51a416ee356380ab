import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { init } from '../../build/commands/init.ts';
import { schema } from '../../build/commands/schema.ts';
import { validate } from '../../build/commands/validate.ts';
import { blockTypes } from '../../src/blocks/index.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { built as made } from './built.ts';
import { coursewright } from './coursewright.ts';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'coursewright-'));
});
const json = async (path: string) => JSON.parse(await readFile(join(base, path), 'utf8'));

describe('init', () => {
  it('leaves a course that has no mistake and builds at once, in a pipeline too', async () => {
    const begun = await coursewright(
      base,
      'init',
      'pumps',
      '--title',
      'Die "Pumpe" & mehr',
      '--language',
      'de',
    );
    expect(begun).toMatchObject({ code: 0, err: '' });
    expect(begun.out).toContain('coursewright preview pumps');
    expect(await json('pumps/course.json')).toMatchObject({
      ...{ id: 'die-pumpe-mehr', title: 'Die "Pumpe" & mehr', language: 'de' },
      $schema: './.coursewright/course.schema.json',
    });
    // The player speaks no German yet, and says so: that is all.
    expect((await validate(base, 'pumps', 'people')).err.join('\n')).not.toContain('error');
    const built = await made(base, 'pumps', '--format', 'scorm12', '--out', 'out', '--frozen');
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: [] });
    expect(await readdir(join(base, 'out'))).toEqual(['die-pumpe-mehr_de_v0.1.0_scorm12.zip']);
  });

  it('asks for what was not said, and takes what it proposes for an empty answer', async () => {
    const asked: string[] = [];
    const answers = ['The engine room', '', 'en', 'gitlab'];
    await init(base, 'engine', {}, async (question) => {
      asked.push(question);
      return answers[asked.length - 1] ?? '';
    });
    expect(asked).toEqual([
      'Title of the course (Engine): ',
      'Its id, for file names and the LMS’s record (the-engine-room): ',
      'Its language, as a tag such as en or ar (en): ',
      'Example of a pipeline: github, gitlab or none (github): ',
    ]);
    expect(await json('engine/course.json')).toMatchObject({
      id: 'the-engine-room',
      title: 'The engine room',
    });
    expect(await readdir(join(base, 'engine'))).toEqual([
      ...['.coursewright', '.gitignore', '.gitlab-ci.yml', '.vscode', 'README.md', 'banks', 'course.json'],
      ...['ledger.json', 'lessons', 'media', 'texts'],
    ]);
    expect((await validate(base, 'engine', 'people')).err).toEqual([]);
  });

  it.each([
    { choices: { id: 'Engine Room' }, says: '"Engine Room" cannot be the id of a course' },
    { choices: { language: 'english!' }, says: '"english!" is not a language tag' },
    { choices: { ci: 'jenkins' }, says: '"jenkins" is none of github, gitlab, none.' },
  ])('refuses $choices and writes nothing', async ({ choices, says }) => {
    await expect(init(base, 'refused', choices, null)).rejects.toThrow(says);
    expect(await readdir(base)).not.toContain('refused');
  });

  it('never writes over what is there', async () => {
    await expect(init(base, 'engine', {}, null)).rejects.toThrow(
      '"engine" holds README.md, banks/evaluation.json, course.json already; nothing was written.',
    );
  });
});

describe('the schema for editors', () => {
  it('explains every field, and lets a type be chosen before its fields', async () => {
    const { definitions, properties } = await json('engine/.coursewright/course.schema.json');
    expect(Object.keys(definitions)).toEqual(
      expect.arrayContaining([
        ...Object.keys(blockTypes).map((name) => `block-${name}`),
        ...Object.keys(questionTypes).map((name) => `question-${name}`),
      ]),
    );
    expect(definitions.block.properties.type.enum).toEqual(Object.keys(blockTypes));
    expect(definitions.block.properties.type.enumDescriptions[0]).toMatch(/\w/);
    expect(properties.passMark.description).toContain('Per cent');
    expect(JSON.stringify(definitions)).not.toMatch(/"format":"(?!uri)/);
  });

  it('takes what the builder takes, refuses what it refuses, and knows parts that are files', async () => {
    const whole = await json('engine/.coursewright/course.schema.json');
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema(whole, 'course.schema.json');
    const part = async (name: string) =>
      ajv.compile({ ...(await json(`engine/.coursewright/${name}.schema.json`)), $schema: undefined });
    const course = ajv.getSchema('course.schema.json');
    const [lesson, bank] = [await part('lesson'), await part('bank')];
    expect(course?.(await json('engine/course.json'))).toBe(true);
    expect(lesson(await json('engine/lessons/one.json'))).toBe(true);
    expect(bank(await json('engine/banks/evaluation.json'))).toBe(true);
    const wrong = await json('engine/lessons/one.json');
    wrong.pages[0].blocks[1].scr = wrong.pages[0].blocks[1].src;
    expect(lesson(wrong)).toBe(false);
    expect(course?.({ ...(await json('engine/course.json')), titel: 'x' })).toBe(false);
  });

  it('knows the block types that a course brings, once "schema" was run', async () => {
    const root = join(import.meta.dirname, '../fixtures/full');
    const { cp } = await import('node:fs/promises');
    await cp(root, join(base, 'full'), { recursive: true });
    expect((await schema(base, 'full')).code).toBe(0);
    const { definitions } = await json('full/.coursewright/course.schema.json');
    expect(definitions.block.properties.type.enum).toContain('gauge');
    expect(definitions['block-gauge'].description).toMatch(/\w/);
  });
});
