import { describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import type { Block } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { courseOf, unzipped } from '../contracts/course-of.ts';
import { styleOf } from '../packages/style-of.ts';

const schema = JSON.stringify({
  description: 'A gauge.',
  properties: {
    label: { type: 'string', format: 'plain', minLength: 1 },
    picture: { type: 'string', format: 'asset' },
    text: { type: 'string', format: 'markdown' },
  },
  required: ['label'],
});
const gauge = { type: 'gauge', label: 'Pressure', picture: 'media/pump.svg' } as Block;

function built(files: Readonly<Record<string, string>>, block = gauge) {
  const parts = Object.entries({ 'schema.json': schema, 'view.hbs': '<p>{{label}}</p>', ...files });
  const inFolder = Object.fromEntries(parts.map(([path, text]) => [`blocks/gauge/${path}`, text]));
  return buildPackage(courseOf({ blocks: [block], files: inFolder }), scorm12);
}

describe('a block type of the course’s own', () => {
  it('is shown by its view, styled and brought to life, and carries its files', async () => {
    const result = await built({
      'view.hbs': '<p class="gauge"><b>{{label}}</b> {{markdown text}}{{word "nav.next"}}</p>',
      'view.css': '.gauge { color: teal }',
      'behaviour.ts': `import { shout } from './shout'; export const behaviour = (element: HTMLElement) => shout(element);`,
      'shout.ts': `export const shout = (element: HTMLElement) => { element.title = 'zanzibar'; };`,
    });
    expect(result.problems).toEqual([]);
    if (!result.ok) return;
    expect(unzipped(result.files, 'index.html')).toContain('<p class="gauge"><b>Pressure</b> Next</p>');
    expect(styleOf(unzipped(result.files, 'index.html'))).toContain('.gauge{color:teal}');
    expect(unzipped(result.files, 'player.js')).toContain('zanzibar');
    expect(result.files.map(({ path }) => path)).toContain('media/pump.svg');
    expect(result.files.filter(({ path }) => path.includes('gauge'))).toEqual([]);
  });

  it('is held to its schema and to the rules that hold for ours', async () => {
    const wrong = { ...gauge, picture: 'media/pmup.svg', text: '<b>bold</b>' } as Block;
    const { problems } = await built({}, wrong);
    expect(problems.map(({ message }) => message)).toEqual([
      '"media/pmup.svg" is not in the course folder.',
      '<b> is HTML.',
    ]);
  });

  it('that asks for a field which it lacks is told of with the line of the view', async () => {
    const result = await built({ 'view.hbs': '<p>\n{{lable}}\n</p>' });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ file: 'small/blocks/gauge/view.hbs', line: 2, severity: 'error' }],
    });
    expect(result.problems[0]?.message).toContain('"lable"');
  });

  it.each([
    ['behaviour.ts', 'export const behaviour = (;', 1],
    ['behaviour.js', `import fs from 'node:fs';\nexport const behaviour = fs;`, 1],
    ['behaviour.ts', `\nimport '../../../../package.json';\nexport const behaviour = 1;`, 2],
    ['view.css', '@import "https://example.org/gauge.css";', 1],
  ])('with a %s that cannot be bundled is told of with its line', async (file, text, line) => {
    const result = await built({ [file]: text });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ file: `small/blocks/gauge/${file}`, line, severity: 'error' }],
    });
  });

  it('keeps what its schema says, and its blocks need an id for it', async () => {
    const keeping = schema.replace(/\}$/, ',"keepsText":2}');
    const { problems } = await built({ 'schema.json': keeping });
    expect(problems.map(({ message }) => message)).toEqual(['"id" is missing.']);
    const kept = await built({ 'schema.json': keeping }, { ...gauge, id: 'dial' });
    expect(kept.problems).toEqual([]);
    if (kept.ok) expect(unzipped(kept.files, 'index.html')).toContain('"texts":{"dial":2}');
  });
});
