/** What runs until it is ended, when the program that started it is killed: nobody is left to end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command } from './coursewright.ts';

const fixture = join(import.meta.dirname, '../fixtures/text');

/** Starts what it is given with this as its input, says its process id, and waits. */
const starter = `
  const [input, ...args] = process.argv.slice(1);
  const [program, ...words] = input === 'by npm' ? ['sh', '-c', '"$0" "$@"; exit $?'] : [];
  const child = require('node:child_process').spawn(program ?? process.execPath, program ? [...words, process.execPath, ...args] : args, { stdio: [input === 'ignore' ? 'ignore' : 'pipe', 'inherit', 'inherit'] });
  if (input === 'closed') child.stdin.end();
  console.log('started ' + child.pid);
  setInterval(() => {}, 1000);
`;

interface Started {
  readonly parent: ChildProcess;
  said(): string;
  /** Comes when the command has ended: it shares the output of its parent. */
  readonly ended: Promise<void>;
  id(): number;
}

async function started(
  input: 'held' | 'by npm' | 'closed' | 'ignore',
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Started & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'coursewright-'));
  await cp(fixture, join(folder, 'course'), { recursive: true });
  const parent = spawn(process.execPath, ['-e', starter, input, command, ...args], {
    cwd: folder,
    env: { ...process.env, CI: '', ...environment },
  });
  let all = '';
  for (const stream of [parent.stdout, parent.stderr])
    stream.on('data', (chunk) => {
      all += chunk;
    });
  const ended = new Promise<void>((resolve) => parent.on('close', () => resolve()));
  return { folder, parent, ended, said: () => all, id: () => Number(/started (\d+)/.exec(all)?.[1]) };
}

const watch = ['build', 'course', '--watch', '--format', 'scorm12', '--out', 'out', '--no-cache'];
const waits = 'Waiting for changes of course.';
const said = (one: Started, what: string) =>
  expect.poll(() => one.said(), { timeout: 60_000 }).toContain(what);

it.each([
  { name: 'build --watch', input: 'held', args: watch, is: waits },
  { name: 'build --watch behind a shell, as npm has it,', input: 'by npm', args: watch, is: waits },
  { name: 'preview', input: 'held', args: ['preview', 'course', '--port', '0'], is: 'is open at' },
] as const)('$name ends with the program that started it', { timeout: 120_000 }, async (given) => {
  const { input, args, is } = given;
  const one = await started(input, {}, ...args);
  await said(one, is);
  one.parent.kill('SIGKILL');
  await one.ended;
  expect(one.said()).not.toContain('fault');
});

it.each([
  { how: 'reads from /dev/null, as under nohup', input: 'ignore', environment: {} },
  { how: 'was given a pipe that nobody holds', input: 'closed', environment: {} },
  { how: 'runs in CI, where a pipe may be the script', input: 'held', environment: { CI: 'true' } },
] as const)('build --watch that $how goes on', { timeout: 120_000 }, async ({ input, environment }) => {
  const one = await started(input, environment, ...watch);
  await said(one, waits);
  one.parent.kill('SIGKILL');
  await expect.poll(() => one.parent.signalCode).toBe('SIGKILL');
  const path = join(one.folder, 'course/course.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"1.0.0"', '"1.1.0"'));
  await said(one, 'text_en_v1.1.0_scorm12.zip');
  process.kill(one.id(), 'SIGINT');
  await one.ended;
});
