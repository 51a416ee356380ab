import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validate } from '../../build/commands/validate.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

describe.each([
  { kind: 'broken', code: 1, out: [] },
  // What is doubtful is told, and built.
  { kind: 'doubtful', code: 0, out: ['no mistakes.'] },
])('every mistake is told with its place, what was seen and how to mend it: $kind', async (given) => {
  const folder = join(fixtures, given.kind);
  for (const name of await readdir(folder))
    it(name, async () => {
      const expected = await readFile(join(folder, name, 'expected.txt'), 'utf8');
      const { code, out, err } = await validate(folder, name, 'people');
      expect(`${err.join('\n')}\n`).toBe(expected.replaceAll(`tests/fixtures/${given.kind}/`, ''));
      expect(code).toBe(given.code);
      expect(out).toEqual(given.out.map((line) => `${name}: ${line}`));
    });
});
