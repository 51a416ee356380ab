import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand } from '../../build/cli/build.ts';
import type { Command } from '../../build/cli/define-command.ts';
import { diffCommand } from '../../build/cli/diff.ts';
import { WrongUse } from '../../build/commands/command.ts';
import { textFile } from '../../build/pipeline/package-file.ts';
import { zip } from '../../build/pipeline/zip.ts';
import { inFolder } from './built.ts';

const root = join(import.meta.dirname, '../..');
let base = '';

/** Runs the compiled command as its users do: a process of its own. */
function exitCodeOf(...args: string[]): Promise<number> {
  return new Promise((resolve) =>
    execFile(process.execPath, [join(root, 'dist/tool/cli.cjs'), ...args], { cwd: base }, (error) =>
      resolve(typeof error?.code === 'number' ? error.code : 0),
    ),
  );
}

/** Runs a command as `cli.ts` does, without a process for each. */
async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { code, out, err } = await command.run(args, inFolder(base));
    return { code, out: out.join('\n'), err: err.join('\n') };
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return { code: 2, out: '', err: error.message };
  }
}
const diff = (...args: string[]) => run(diffCommand, ...args);

/** A copy of the course after an edit of its text. */
async function edited(
  name: string,
  ...edits: readonly (readonly [from: string, to: string])[]
): Promise<void> {
  await cp(join(base, 'course'), join(base, name), { recursive: true });
  const path = join(base, name, 'course.json');
  const text = edits.reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(path, 'utf8'));
  await writeFile(path, text);
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  await cp(join(root, 'tests/fixtures/text'), join(base, 'course'), { recursive: true });
  for (const format of ['scorm12', 'scorm2004']) {
    await run(buildCommand, 'course', '--format', format, '--out', 'out');
    const [name = ''] = await readdir(join(base, 'out'));
    await rename(join(base, 'out', name), join(base, `${format}.zip`));
  }
  await edited('next', ['"1.0.0"', '"1.1.0"'], ['filter **second**', 'filter second']);
  await edited('renamed', ['"1.0.0"', '"1.1.0"'], ['"id": "rule"', '"id": "the-rule"']);
  await edited('broken', ['"aim"', '"aims"']);
  await writeFile(join(base, 'foreign.zip'), await zip([textFile('index.html', '<p>Another tool</p>')]));
});

describe('diff', () => {
  it('exits with 0, 1 or 2 as a process', async () => {
    expect(await exitCodeOf('diff', 'scorm12.zip', 'scorm12.zip')).toBe(0);
    expect(await exitCodeOf('diff', 'scorm12.zip', 'renamed')).toBe(1);
    expect(await exitCodeOf('diff', 'scorm12.zip', 'scorm2004.zip')).toBe(2);
  });

  it('exits with 0 where an update takes nothing from learners, whichever way the versions come', async () => {
    const { code, out, err } = await diff('scorm12.zip', 'next');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('From scorm12.zip (version 1.0.0)\nto   next (version 1.1.0), SCORM 1.2\n');
    expect(out).toContain('2 of 2 pages, the time in 1 of 1 lesson.');
    expect(out).toMatch(/\nLearners lose no progress\.$/);
    expect((await diff('course', 'next')).out).toContain('SCORM 1.2');
    const built = await diff('scorm2004.zip', 'next');
    expect(built.out).toContain('SCORM 2004 (4th edition)');
    const named = await diff('course', 'next', '--format', 'scorm2004');
    expect(named.out).toContain('SCORM 2004 (4th edition)');
  });

  it('exits with 1 where learners lose progress, and names what', async () => {
    const { code, out, err } = await diff('scorm12.zip', 'renamed');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('! Page “The rule” ("rule") has the id "the-rule" now, by the look of its title.');
    expect(out).toContain('Keep the id "rule": the title may change, the id may not.');
    expect(out).toMatch(/Learners lose progress by one change, marked with "!"\.$/);
  });

  it('answers machines in JSON', async () => {
    const { code, out } = await diff('scorm12.zip', 'renamed', '--json');
    const { problems, old, new: now, losses, changes } = JSON.parse(out);
    expect({ code, problems, losses }).toEqual({ code: 1, problems: [], losses: 1 });
    expect(old).toMatchObject({ name: 'scorm12.zip', format: 'scorm12', version: '1.0.0' });
    expect(now).toMatchObject({ name: 'renamed', format: 'scorm12', version: '1.1.0', files: old.files });
    expect(changes).toContainEqual({
      kind: 'page-renamed',
      severity: 'loss',
      id: 'rule',
      what: 'Page “The rule” ("rule") has the id "the-rule" now, by the look of its title.',
      means: [
        { for: 'in-progress', effect: 'lose', text: 'That it was read: it is open again.' },
        { for: 'in-progress', effect: 'anew', text: 'It has to be read again.' },
        {
          for: 'author',
          effect: 'change',
          text: 'Keep the id "rule": the title may change, the id may not.',
        },
      ],
      document: null,
    });
  });

  it('tells the mistakes of a course folder, and compares nothing', async () => {
    const { code, out, err } = await diff('scorm12.zip', 'broken');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('broken/course.json:1:1: error: "aim" is missing.');
    expect(err).toContain('nothing was compared.');
  });

  it.each([
    { args: ['scorm12.zip'], says: '"diff" needs the new package (a zip) or course folder.' },
    { args: ['scorm12.zip', 'gone.zip'], says: 'There is no file or folder "gone.zip".' },
    {
      args: ['scorm12.zip', 'scorm2004.zip'],
      says: '"scorm12.zip" is SCORM 1.2 and "scorm2004.zip" is SCORM 2004 (4th edition): an LMS keeps a record for each.',
    },
    {
      args: ['scorm12.zip', 'next', '--format', 'scorm2004'],
      says: 'Compare two packages of one format.',
    },
    { args: ['scorm12.zip', 'scorm12.zip', '--format', 'scorm12'], says: 'and both are zips.' },
    { args: ['foreign.zip', 'next'], says: '"foreign.zip" was not made by this Coursewright' },
    { args: ['course/course.json', 'next'], says: '"course/course.json" cannot be read: it is not a zip' },
    { args: ['scorm12.zip', 'next', '--format', 'scrom12'], says: 'Did you mean "scorm12"?' },
  ])('exits with 2 for wrong use: $args', async ({ args, says }) => {
    const { code, out, err } = await diff(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });
});
