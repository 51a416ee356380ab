import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Runs the compiled command as its users do: a process of its own. */
const coursewright = (...args: string[]) => run(args);

function run(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const options = { cwd: root, env: { ...process.env, ...environment } };
  return new Promise((resolve) =>
    execFile(process.execPath, ['dist/tool/cli.cjs', ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    ),
  );
}

describe('the command', () => {
  it('exits with 0 for a course without mistakes', async () => {
    const { code, out, err } = await coursewright('validate', 'tests/fixtures/small');
    expect({ code, out, err }).toEqual({ code: 0, out: 'tests/fixtures/small: no mistakes.\n', err: '' });
  });

  it('exits with 1 for a course with mistakes, and writes nothing', async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const built = await coursewright(
      'build',
      'tests/fixtures/broken/missing-title',
      '--format',
      'scorm12',
      '--out',
      out,
    );
    expect(built.code).toBe(1);
    expect(built.err).toContain(
      'tests/fixtures/broken/missing-title/course.json:1:1: error: "title" is missing.',
    );
    expect(built.err).toContain('1 mistake; nothing was written.');
    expect(await readdir(out)).toEqual([]);
  });

  it.each([
    { args: ['valdate', 'course'], says: 'Did you mean "validate"?' },
    { args: ['validate'], says: '"validate" needs the folder of a course, or of several.' },
    { args: ['build', 'course', '--jobs', 'many'], says: '"many" is no number of courses' },
    { args: ['validate', 'no/such/folder'], says: 'There is no folder "no/such/folder".' },
    { args: ['validate', 'package.json'], says: 'is a file; name the folder that holds course.json.' },
    { args: ['build', 'course', '--format', 'scrom12'], says: 'Did you mean "scorm12"?' },
    { args: ['build', 'course', '--fromat', 'scorm12'], says: "Unknown option '--fromat'" },
    {
      args: ['build', 'course', 'course'],
      says: '"build" takes <folder> and no more; "course" is too much.',
    },
  ])('exits with 2 for wrong use: $args', async ({ args, says }) => {
    const { code, err, out } = await coursewright(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain('Exit codes:');
  });

  it('says how it is used when asked', async () => {
    expect((await coursewright('--help')).out).toContain('coursewright validate <folder>');
    expect((await coursewright()).code).toBe(0);
    const { code, out } = await coursewright('help', 'build');
    expect(code).toBe(0);
    expect(out).toContain('coursewright build <folder>');
    expect(out).toMatch(/--json +Answers in JSON, for machines\./);
    expect((await coursewright('build', '--help')).out).toBe(out);
  });

  it('loads no library that a command does not need', async () => {
    const covered = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const loaded = async (...args: string[]) => {
      const folder = join(covered, args.join(' ').replaceAll('/', ' '));
      await run(args, { NODE_V8_COVERAGE: folder });
      const [report = ''] = await readdir(folder);
      const { result } = JSON.parse(await readFile(join(folder, report), 'utf8'));
      const urls: string[] = result.map(({ url }: { url: string }) => url);
      return urls.filter((url) => url.startsWith('file:')).map((url) => url.split('/').slice(-4).join('/'));
    };
    const help = await loaded('--help');
    const own = [expect.stringMatching('dist/tool/cli.cjs'), expect.stringMatching('dist/tool/command.cjs')];
    expect(help.sort()).toEqual(own);
    const validate = await loaded('validate', 'tests/fixtures/small');
    expect(validate.sort()).toEqual(own);
    const mistaken = await loaded('validate', 'tests/fixtures/broken/wrong-type');
    expect(mistaken.join()).toContain('course-check');
  });

  it('answers machines in JSON', async () => {
    const { code, out } = await coursewright('validate', 'tests/fixtures/broken/wrong-type', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toEqual([
      {
        severity: 'error',
        file: 'tests/fixtures/broken/wrong-type/course.json',
        line: 8,
        column: 15,
        pointer: '/passMark',
        message: '"eighty" is not a number.',
        hint: 'Per cent of the points that pass the assessment. One number for player and LMS.',
      },
    ]);
  });

  it('names a package after course, language, version and format', async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const languages = ['--language', 'en', '--language', 'together'];
    const { code } = await coursewright('build', 'course', '--format', 'scorm12', ...languages, '--out', out);
    expect(code).toBe(0);
    expect(await readdir(out)).toEqual([
      'un-cptm-2-7-women-peace-security_en_ar_es_fr_ru_zh_v2025.1.0_scorm12.zip',
      'un-cptm-2-7-women-peace-security_en_v2025.1.0_scorm12.zip',
    ]);
  });
});
