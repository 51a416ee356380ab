import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../ensure-chromium.mjs';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-pack-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: root });
  const [archive = ''] = await readdir(folder);
  await run('npm', ['init', '-y'], { cwd: folder });
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${archive}`], {
    cwd: folder,
  });
}, 300_000);

describe('the package that npm makes, installed in an empty folder', () => {
  it('begins, validates, builds and inspects a course', { timeout: 120_000 }, async () => {
    const coursewright = (...args: string[]) =>
      run('npx', ['--no-install', 'coursewright', ...args], { cwd: folder });
    expect((await coursewright('init', 'pumps', '--yes')).stdout).toContain('pumps: "Pumps"');
    expect((await coursewright('validate', 'pumps')).stdout).toBe('pumps: no mistakes.\n');
    await coursewright('build', 'pumps', '--format', 'scorm12', '--out', 'out');
    expect(await readdir(join(folder, 'out'))).toEqual(['pumps_en_v0.1.0_scorm12.zip']);
    expect((await coursewright('inspect', 'out/pumps_en_v0.1.0_scorm12.zip')).stdout).toMatch(
      /Moodle +takes it\n/,
    );
  });

  it('plays a package, with the LMS and the checks that it brings along', { timeout: 180_000 }, async () => {
    const { stdout } = await run(
      'npx',
      [
        ...['--no-install', 'coursewright', 'inspect', 'out/pumps_en_v0.1.0_scorm12.zip'],
        '--play',
        '--json',
        '--html',
        'report.html',
        '--pictures',
      ],
      { cwd: folder, env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 50_000_000 },
    );
    expect(JSON.parse(stdout).play.launches).toMatchObject([
      { spokeIn: 'frame', resumes: 'same-place', accessibility: [] },
    ]);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('data:image/jpeg;base64,');
  });

  it('is a library with types', { timeout: 120_000 }, async () => {
    const script = `
      import { buildPackage, courseProblems, formatProblem, formats, inspectPackage, readCourse, zip } from 'coursewright';
      import { writeFile } from 'node:fs/promises';
      const folder = await readCourse('pumps', 'pumps');
      const problems: string[] = courseProblems(folder).map(formatProblem);
      const built = await buildPackage(folder, formats.scorm2004);
      if (!built.ok) throw new Error(built.problems.map(formatProblem).join());
      await writeFile(built.name, await zip(built.files));
      const { verdicts } = await inspectPackage(built.name);
      console.log(JSON.stringify([problems.length, verdicts.map(({ lms, answer }) => lms + ' ' + answer)]));
    `;
    await writeFile(join(folder, 'use.mts'), script);
    await writeFile(join(folder, 'use.mjs'), script.replace(': string[]', ''));
    expect(JSON.parse((await run(process.execPath, ['use.mjs'], { cwd: folder })).stdout)).toEqual([
      0,
      ['moodle yes', 'talentlms no', 'scorm-cloud yes', 'strict yes'],
    ]);
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--ignoreConfig',
    ];
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
    const { stdout } = await run(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...types, 'use.mts'],
      { cwd: folder },
    ).catch((error) => error);
    expect(stdout).toBe('');
    // And the check can fail.
    await writeFile(join(folder, 'use.mts'), script.replace(': string[]', ': number[]'));
    const wrong = await run(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...types, 'use.mts'],
      { cwd: folder },
    ).catch((error) => error);
    expect(wrong.stdout).toContain("Type 'string[]' is not assignable to type 'number[]'");
  });
});
