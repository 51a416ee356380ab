import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import criteria from './criteria.json' with { type: 'json' };
import { byHand, type Criterion, statementOf } from './statement.ts';

const tests = join(import.meta.dirname, '..');
const all = criteria as readonly Criterion[];

it('speaks of every criterion of WCAG 2.2 A and AA once', () => {
  const ids = all.map(({ criterion }) => criterion);
  expect(new Set(ids).size).toBe(ids.length);
  // 86 criteria, 31 of them AAA; 4.1.1 is no longer one.
  expect(all.filter(({ level }) => level === 'A')).toHaveLength(31);
  expect(all.filter(({ level }) => level === 'AA')).toHaveLength(24);
});

it('names checks that exist, and says of each criterion what shows it', async () => {
  const files = (await readdir(tests, { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  const sources = await Promise.all(files.map((file) => readFile(join(tests, file), 'utf8')));
  const titles = new Set(
    sources
      .flatMap((source) => [...source.matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*'([^']+)'/g)])
      .map(([, title]) => title),
  );
  for (const { criterion, shownBy } of all) {
    expect(shownBy.length, criterion).toBeGreaterThan(0);
    for (const check of shownBy) if (check !== byHand) expect([...titles], criterion).toContain(check);
  }
});

it('is committed as it is made', async () => {
  const committed = await readFile(join(tests, '../.github/ACCESSIBILITY.md'), 'utf8');
  expect(committed).toBe(statementOf(all, new Set()));
});

it('claims nothing that a failed check was to show', () => {
  const [check = ''] = all[0]?.shownBy ?? [];
  const statement = statementOf(all, new Set([check]));
  expect(statement).toContain('| 1.1.1 Non-text Content | **does not support**: a check failed |');
  expect(statement).toContain(`“${check}” (failed)`);
});
