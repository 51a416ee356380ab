import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('each row of the table of faults has its test', async () => {
  const table = await readFile(join(root, 'src/sitting/README.md'), 'utf8');
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (what happens|-)/.test(line));
  const titles = rows.map((row) => row.split('|').at(-2)?.trim() ?? '');
  expect(titles.length).toBeGreaterThan(20);
  const files = (await readdir(join(root, 'tests'), { recursive: true })).filter((one) =>
    one.endsWith('.test.ts'),
  );
  const tests = (await Promise.all(files.map((file) => readFile(join(root, 'tests', file), 'utf8')))).join(
    '\n',
  );
  const said = [...tests.matchAll(/(?:\bit|\))\(\s*(['`])((?:(?!\1).)+)\1/g)].map(
    ([, , title]) => title ?? '',
  );
  const isTested = (title: string) => said.some((one) => one.endsWith(title));
  expect(titles.filter((title) => !isTested(title))).toEqual([]);
});
