/** The command with what V8 made of it in an earlier run, in a copy of the tool: other tests use the tool itself. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');
const course = join(import.meta.dirname, '../fixtures/small');
let tool = '';
let out = '';

beforeEach(async () => {
  // In the folder of the package, where its templates and sources are found.
  tool = await mkdtemp(join(dist, 'compiled-'));
  out = await mkdtemp(join(tmpdir(), 'coursewright-'));
  for (const name of ['cli.cjs', 'command.cjs']) await cp(join(dist, 'tool', name), join(tool, name));
});

afterEach(() => rm(tool, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [join(tool, 'cli.cjs'), ...args], (error, said, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said: said + err }),
    ),
  );
}

async function build(): Promise<string> {
  const { code, said } = await run('build', course, '--format', 'scorm12', '--out', out, '--no-cache');
  expect({ code, said }).toMatchObject({ code: 0 });
  const [zip = ''] = await readdir(out);
  return readFile(join(out, zip), 'base64');
}

async function kept(): Promise<string> {
  const names = (await readdir(tool)).filter((name) => !['cli.cjs', 'command.cjs'].includes(name));
  expect(names).toEqual([expect.stringMatching(/^command\.cjs\.[0-9a-f]{16}\.\w+\.cache$/)]);
  return join(tool, names[0] ?? '');
}

it('is kept by the first build, and makes the same package', async () => {
  await run('validate', course);
  expect(await readdir(tool)).toHaveLength(2);
  const first = await build();
  const { ino } = await stat(await kept());
  expect(await build()).toBe(first);
  expect((await stat(await kept())).ino).toBe(ino);
  expect((await run('validate', course)).code).toBe(0);
});

it.each([
  { what: 'cut', damage: (content: Buffer) => content.subarray(0, 100_000) },
  { what: 'empty', damage: () => Buffer.alloc(0) },
  { what: 'changed within', damage: (content: Buffer) => content.fill(0xff, 300_000, 400_000) },
])('is made anew where it is $what', async ({ damage }) => {
  const first = await build();
  const path = await kept();
  const whole = await readFile(path);
  await writeFile(path, damage(Buffer.from(whole)));
  expect(await build()).toBe(first);
  expect((await readFile(await kept())).length).toBeGreaterThan(whole.length / 2);
  expect(await build()).toBe(first);
});

it('is done without where it cannot be written, and leaves nothing', async () => {
  const first = await build();
  const path = await kept();
  await rm(path);
  await mkdir(path);
  expect(await build()).toBe(first);
  expect(await kept()).toBe(path);
});
