import { execFile } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../ensure-chromium.mjs';

const root = join(import.meta.dirname, '../..');
const name = 'un-cptm-2-7-women-peace-security_en_v2025.1.0';

function build(environment: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number; out: string }>((resolve) =>
    execFile(
      process.execPath,
      ['dist/tool/cli.cjs', 'build', 'course', ...args],
      { cwd: root, env: { ...process.env, ...environment } },
      (error, out) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    ),
  );
}

const handout = ['--format', 'handout', '--language', 'en'];

describe('documents of the trainer', () => {
  it('are written beside the packages and named alike, HTML and PDF', { timeout: 120_000 }, async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const built = await build({ CHROME_PATH: String(findChromium()) }, ...handout, '--out', out);
    expect(built.code).toBe(0);
    expect((await readdir(out)).sort()).toEqual([`${name}_handout.html`, `${name}_handout.pdf`]);
  });

  it('are left as HTML where there is no browser, and the command says how to come to a PDF', async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const built = await build({ CHROME_PATH: '/no/such/browser' }, ...handout, '--out', out);
    expect(built.code).toBe(0);
    expect(built.out).toContain('no PDF, because no Chromium or Chrome was found: set CHROME_PATH to one');
    expect(await readdir(out)).toEqual([`${name}_handout.html`]);
  });

  it('are not made where the course has nothing for them, and the command says why', async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-'));
    const built = await new Promise<string>((resolve) =>
      execFile(
        process.execPath,
        ['dist/tool/cli.cjs', 'build', 'tests/fixtures/text', ...handout, '--out', out],
        { cwd: root },
        (_, said) => resolve(said),
      ),
    );
    expect(built).toBe('no handout, because the course has no key messages\n');
    expect(await readdir(out)).toEqual([]);
  });
});
