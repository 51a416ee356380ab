import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validate } from '../../build/commands/validate.ts';

const fixtures = join(import.meta.dirname, '../fixtures/broken');

describe('every mistake is told with its place, what was seen and how to mend it', async () => {
  for (const name of await readdir(fixtures))
    it(name, async () => {
      const expected = await readFile(join(fixtures, name, 'expected.txt'), 'utf8');
      const { code, out, err } = await validate(fixtures, name, false);
      expect(`${err.join('\n')}\n`).toBe(expected.replaceAll('tests/fixtures/broken/', ''));
      expect(code).toBe(1);
      expect(out).toEqual([]);
    });
});
