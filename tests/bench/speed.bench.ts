/** Prints how long the tool takes, as ratios of what was measured in this very run, and what it takes of memory. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { running } from '../command/running.ts';
import { writeCatalogue } from './catalogue.ts';
import { printed } from './printed.ts';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'dist/tool/cli.cjs');
const base = await mkdtemp(join(tmpdir(), 'coursewright-bench-'));

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A process from its start to its end, and the most memory that it took. */
function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let said = '';
    const child = spawn(
      process.execPath,
      ['--require', join(import.meta.dirname, 'say-memory.cjs'), ...args],
      {
        cwd: root,
        env: { ...process.env, COURSEWRIGHT_CACHE: join(base, 'cache') },
      },
    );
    child.stdout.resume();
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('close', (code) => {
      const milliseconds = performance.now() - begun;
      if (code !== 0) reject(new Error(said));
      else resolve({ milliseconds, megabytes: Number(/peak (\d+)/.exec(said)?.[1]) / 1000 });
    });
  });
}

/** The middle of several: other work of the machine makes some of them slow. */
async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const [one = 0] = await medians(times, measure);
  return one;
}

/** What is held against each other is measured in turn: a machine is not as fast in one minute as in the next. */
async function medians(times: number, ...measures: (() => Promise<number>)[]): Promise<number[]> {
  const all: number[][] = measures.map(() => []);
  for (let time = 0; time < times; time++)
    for (const [index, measure] of measures.entries()) all[index]?.push(await measure());
  return all.map((one) => one.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0);
}

const ms = (value: number) => `${Math.round(value)} ms`;
const share = (value: number, of: number) => `${ms(value)}, ${(value / of).toFixed(2)} of that`;

async function editIn(path: string, count: number): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/"aim": "(?:Edit \d+: )?/, `"aim": "Edit ${count}: `));
}

it('the flagship in one format', async () => {
  const course = join(base, 'course');
  await cp(join(root, 'course'), course, { recursive: true });
  const script = join(base, 'start.mjs');
  const esbuild = JSON.stringify(join(root, 'node_modules/esbuild/lib/main.js'));
  await writeFile(
    script,
    `const { transform } = await import(${esbuild}); await transform('let a: number = 1', { loader: 'ts' });`,
  );
  const all = ['--format', 'scorm12', '--out', join(base, 'out')];
  const out = ['--language', 'en', ...all];
  const time = (...args: string[]) => run(...args).then(({ milliseconds }) => milliseconds);
  // The first build of a tool keeps what Node made of it.
  const first = await time(command, 'build', course, ...out, '--no-cache');
  const [start = 0, help = 0, validate = 0, cold = 0] = await medians(
    11,
    () => time(script),
    () => time(command, '--help'),
    () => time(command, 'validate', course),
    () => time(command, 'build', course, ...out, '--no-cache'),
  );
  const coldInAll = await median(3, () => time(command, 'build', course, ...all, '--no-cache'));
  await time(command, 'build', course, ...out);
  const same = await median(5, () => time(command, 'build', course, ...out));
  let edits = 0;
  const edit = () => editIn(join(course, 'course.json'), ++edits);
  const edited = await median(5, async () => {
    await edit();
    return time(command, 'build', course, ...out);
  });
  const builder = running(base, {}, 'build', 'course', ...out, '--watch');
  await builder.says('Waiting for changes');
  const watched = await median(9, async () => {
    await edit();
    const begun = performance.now();
    await builder.says('.zip');
    return performance.now() - begun;
  });
  builder.interrupt();
  await builder.ended;
  printed('the flagship in English and SCORM 1.2, milliseconds of the clock', [
    ['node that starts, loads esbuild and transforms a line', ms(start)],
    ['--help', share(help, start)],
    ['validate', share(validate, start)],
    ['a build from a cold start, without a cache (goal: 3)', share(cold, start)],
    ['that build', ms(cold)],
    ['the first build of this run; of a tool just compiled, the first ever', ms(first)],
    ['the same in six languages, a package each', share(coldInAll, cold)],
    ['the command again, nothing changed', share(same, cold)],
    ['the command again after one edit (goal: 0.10)', share(edited, cold)],
    ['build --watch after one edit, until its line (goal: 0.10)', share(watched, cold)],
  ]);
}, 300_000);

it('a hundred lessons and a thousand', async () => {
  const figures: Run[] = [];
  for (const lessons of [100, 1000]) {
    const folder = join(base, `catalogue-${lessons}`);
    await writeCatalogue(folder, lessons);
    figures.push(
      await run(command, 'build', folder, '--format', 'scorm2004', '--out', join(base, 'out'), '--no-cache'),
    );
  }
  const line = ({ milliseconds, megabytes }: Run, lessons: number): [string, string] => [
    `${lessons} lessons`,
    `${ms(milliseconds)} and ${megabytes.toFixed(0)} MB at most; ` +
      `${(milliseconds / lessons).toFixed(1)} ms and ${(megabytes / lessons).toFixed(2)} MB a lesson`,
  ];
  printed('a course of many lessons, SCORM 2004', [
    line(figures[0] as Run, 100),
    line(figures[1] as Run, 1000),
  ]);
}, 300_000);

it('preview, from a change of a file to the page in the browser', async () => {
  const course = join(base, 'previewed');
  await rm(course, { recursive: true, force: true });
  await cp(join(root, 'course'), course, { recursive: true });
  const server = running(base, {}, 'preview', 'previewed', '--port', '0');
  const [, url = ''] = / is open at (\S+)/.exec(await server.says('End with Ctrl+C')) ?? [];
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    let edits = 0;
    const shows = (text: string) =>
      page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('iframe')].some((frame) =>
            frame.contentDocument?.body?.textContent?.includes(wanted),
          ),
        text,
        { polling: 5 },
      );
    await editIn(join(course, 'course.json'), edits);
    await shows('Edit 0: ');
    const shown = await median(9, async () => {
      edits += 1;
      await editIn(join(course, 'course.json'), edits);
      const begun = performance.now();
      await shows(`Edit ${edits}: `);
      return performance.now() - begun;
    });
    printed('preview of the flagship', [['from a change to the shown change (goal: 300 ms)', ms(shown)]]);
  } finally {
    await browser.close();
    server.interrupt();
    await server.ended;
  }
}, 300_000);
