import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { playLine, progressLine } from '../../build/commands/progress-line.ts';
import { command, coursewright } from './coursewright.ts';
import { running } from './running.ts';

const fixture = join(import.meta.dirname, '../fixtures/text');
let base = '';

async function course(name: string, change: (text: string) => string = (text) => text): Promise<void> {
  const folder = join(base, 'courses', name);
  await cp(fixture, folder, { recursive: true });
  const path = join(folder, 'course.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, change(text.replace('"id": "text"', `"id": "${name}"`)));
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  for (const name of ['alpha', 'beta', 'delta']) await course(name);
  await course('broken', (text) => text.replace('"aim"', '"aims"'));
  await course('copy', (text) => text.replace('"id": "copy"', '"id": "alpha"'));
  await mkdir(join(base, 'courses/notes'));
});

describe('a folder of courses', () => {
  it('is built whole: one with mistakes stops no other', { timeout: 120_000 }, async () => {
    const { code, out, err } = await coursewright(
      base,
      ...['build', 'courses', '--format', 'scorm12', '--out', 'out', '--no-cache'],
    );
    expect(code).toBe(1);
    expect((await readdir(join(base, 'out'))).sort()).toEqual(
      ['alpha', 'beta', 'delta'].map((name) => `${name}_en_v1.0.0_scorm12.zip`),
    );
    expect(out).toContain('courses/broken: ');
    expect(out.match(/_scorm12\.zip {2}[\d.]+ kB/g)).toHaveLength(3);
    expect(err).toContain('courses/broken/course.json:1:1: error: "aim" is missing.');
    expect(err).toMatch(
      /courses\/copy\/course\.json:\d+:\d+: error: \/id: "alpha" is the id of courses\/alpha/,
    );
    expect(err).toContain('Of 5 courses: 2 with mistakes, not built: courses/broken, courses/copy.');
    // The same bytes as one by one.
    await coursewright(base, 'build', 'courses/beta', '--format', 'scorm12', '--out', 'one', '--no-cache');
    const name = 'beta_en_v1.0.0_scorm12.zip';
    expect(await readFile(join(base, 'one', name))).toEqual(await readFile(join(base, 'out', name)));
  });

  it('is validated whole, for machines too', { timeout: 60_000 }, async () => {
    const { code, err } = await coursewright(base, 'validate', 'courses');
    expect(code).toBe(1);
    expect(err).toContain('Of 5 courses: 1 with mistakes, to be mended: courses/broken.');
    const json = await coursewright(base, 'validate', 'courses', '--json', '--jobs', '1');
    const files = JSON.parse(json.out).problems.map(({ file }: { file: string }) => file);
    expect([json.code, new Set(files)]).toEqual([1, new Set(['courses/broken/course.json'])]);
  });

  it('is told of in JSON, course by course', { timeout: 60_000 }, async () => {
    const { code, out } = await coursewright(
      base,
      ...['build', 'courses', '--format', 'scorm12', '--out', 'json', '--json', '--no-cache'],
    );
    const { courses } = JSON.parse(out);
    expect(code).toBe(1);
    expect(
      courses.map(({ name, packages }: { name: string; packages: object[] }) => [name, packages.length]),
    ).toEqual([
      ['courses/alpha', 1],
      ['courses/beta', 1],
      ['courses/broken', 0],
      ['courses/copy', 0],
      ['courses/delta', 1],
    ]);
  });

  it('is left at once when its user has had enough', { timeout: 120_000 }, async () => {
    for (let number = 0; number < 30; number++)
      await cp(join(base, 'courses/beta'), join(base, `many/${number}`), { recursive: true });
    for (let number = 0; number < 30; number++) {
      const path = join(base, `many/${number}/course.json`);
      await writeFile(path, (await readFile(path, 'utf8')).replace('"beta"', `"beta-${number}"`));
    }
    const builder = running(
      base,
      {},
      ...['build', 'many', '--format', 'scorm12', '--out', 'left', '--jobs', '1', '--no-cache'],
    );
    await builder.says('_scorm12.zip');
    builder.interrupt();
    expect(await builder.ended).toBe(130);
    expect(builder.said()).toMatch(/Of 30 courses: stopped after \d+\./);
    const built = await readdir(join(base, 'left'));
    expect(built.length).toBeLessThan(30);
  });

  it('is built but for one that takes its thread along, and one that the tool fails in: both are told, and it exits with 3', {
    timeout: 120_000,
  }, async () => {
    // A thread that dies as one does of want of memory: at once, without a word.
    const dying = join(base, 'dying.cjs');
    await writeFile(
      dying,
      `const { parentPort } = require('node:worker_threads');
      const on = parentPort?.on.bind(parentPort);
      if (on) parentPort.on = (event, told) => on(event, (name) => name === 'courses/alpha' ? process.exit(7) : told(name));`,
    );
    // Where a package is to be written stands a folder.
    const taken = 'beta_en_v1.0.0_scorm12.zip';
    await mkdir(join(base, 'faulty', taken), { recursive: true });
    const args = ['build', 'courses', '--format', 'scorm12', '--out', 'faulty', '--jobs', '1', '--no-cache'];
    const builder = running(base, { NODE_OPTIONS: `--require ${dying}` }, ...args);
    expect(await builder.ended).toBe(3);
    const said = builder.said();
    expect(said).toContain(
      'courses/alpha: a fault of Coursewright, not of the course: the thread ended with code 7',
    );
    expect(said).toMatch(/courses\/beta: a fault of Coursewright, not of the course: .*EISDIR/);
    expect(said).toContain(
      'Of 5 courses: 2 with mistakes, not built: courses/broken, courses/copy; 2 with a fault of Coursewright: courses/alpha, courses/beta.',
    );
    expect((await readdir(join(base, 'faulty'))).sort()).toEqual([taken, 'delta_en_v1.0.0_scorm12.zip']);
    const json = running(base, { NODE_OPTIONS: `--require ${dying}` }, ...args, '--json');
    expect(await json.ended).toBe(3);
    const { courses } = JSON.parse(/^\{[\s\S]*^\}/m.exec(json.said())?.[0] ?? '');
    expect(courses.map(({ fault }: { fault?: string }) => typeof fault)).toEqual([
      ...['string', 'string', 'undefined', 'undefined', 'undefined'],
    ]);
  });

  it('is counted in a terminal, in one line that makes way for others; elsewhere lines are plain', {
    timeout: 120_000,
  }, async () => {
    const words = [process.execPath, command, 'build', 'courses', '--format', 'scorm12', '--out', 'seen'];
    const inTerminal = await new Promise<string>((resolve) =>
      // A terminal of its own, as `script` gives one.
      execFile('script', ['-qec', words.join(' '), '/dev/null'], { cwd: base }, (_, out) => resolve(out)),
    );
    expect(inTerminal).toContain('░ 2 of 5 courses, 1 with mistakes');
    expect(inTerminal).toContain('\r\u001b[K');
    const left = inTerminal.split(/\r?\n/).map((line) => line.split('\r\u001b[K').at(-1) ?? '');
    expect(left.filter((line) => line.includes('of 5 courses'))).toEqual([]);
    const { out, err } = await coursewright(base, ...words.slice(2));
    for (const sign of ['\r', '\u001b', '░']) expect(out + err).not.toContain(sign);
    expect(out.match(/_scorm12\.zip/g)).toHaveLength(3);
  });

  it('is counted as far as it is', () => {
    expect(progressLine(6, 24, 0)).toBe('██████░░░░░░░░░░░░░░░░░░ 6 of 24 courses');
    expect(playLine({ title: 'The pump', part: 2, parts: 4, visit: 1, steps: 7 })).toBe(
      '██████░░░░░░░░░░░░░░░░░░ part 2 of 4, visit 1 of 3, 7 steps: The pump',
    );
    expect(progressLine(24, 24, 1)).toBe('████████████████████████ 24 of 24 courses, 1 with mistakes');
  });
});
