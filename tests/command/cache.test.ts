import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { randomBy } from '../fuzz/mutate.ts';
import { running } from './running.ts';

const fixture = join(import.meta.dirname, '../fixtures/small');
const wanted = ['scorm12', 'web', 'handout', 'guide'].flatMap((name) => ['--format', name]);
let base = '';

async function build(out: string, ...more: string[]): Promise<string> {
  // Without a browser: the bytes of PDFs are not promised.
  const environment = { COURSEWRIGHT_CACHE: join(base, 'cache'), CHROME_PATH: '/no/such/browser' };
  const builder = running(base, environment, 'build', 'course', ...wanted, '--out', out, ...more);
  const code = await builder.ended;
  expect({ code, said: code === 0 ? '' : builder.said() }).toEqual({ code: 0, said: '' });
  return builder.said();
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(join(base, folder))).sort();
  const contents = await Promise.all(names.map((name) => readFile(join(base, folder, name), 'base64')));
  return Object.fromEntries(names.map((name, index) => [name, contents[index] ?? '']));
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  await cp(fixture, join(base, 'course'), { recursive: true });
});

describe('the cache', () => {
  it('gives the bytes that a build without it gives, edit after edit', { timeout: 180_000 }, async () => {
    const random = randomBy(7);
    for (let edit = 0; edit < 3; edit++) {
      await build('with');
      await rm(join(base, 'without'), { recursive: true, force: true });
      await build('without', '--no-cache');
      expect(await filesIn('with')).toEqual(await filesIn('without'));
      const path = join(base, 'course/course.json');
      const text = await readFile(path, 'utf8');
      const words = [...text.matchAll(/(?<="text": ")[A-Z]\w+/g)];
      const { 0: word = '', index = 0 } = words[Math.floor(random() * words.length)] ?? {};
      await writeFile(path, `${text.slice(0, index)}${word} ${edit}${text.slice(index + word.length)}`);
    }
  });

  it('leaves what is there, and makes again what is not as it was', { timeout: 120_000 }, async () => {
    await build('out');
    const [name = ''] = Object.keys(await filesIn('out')).filter((one) => one.endsWith('scorm12.zip'));
    const package_ = join(base, 'out', name);
    const before = await filesIn('out');
    const { mtimeMs } = await stat(package_);
    expect((await build('out')).match(/; unchanged/g)).toHaveLength(4);
    expect((await stat(package_)).mtimeMs).toBe(mtimeMs);
    await truncate(package_, 1000);
    await build('out');
    expect(await filesIn('out')).toEqual(before);
    // Half of an entry is none.
    for (const entry of await readdir(join(base, 'cache'))) await truncate(join(base, 'cache', entry), 40);
    await rm(join(base, 'out'), { recursive: true });
    await build('out');
    expect(await filesIn('out')).toEqual(before);
    await rm(join(base, 'cache'), { recursive: true });
    await build('out');
    expect(await filesIn('out')).toEqual(before);
  });

  it('serves two builds at once into one folder', { timeout: 120_000 }, async () => {
    await Promise.all([build('out'), build('out')]);
    const both = await filesIn('out');
    await build('alone', '--no-cache');
    expect(both).toEqual(await filesIn('alone'));
    expect((await readdir(join(base, 'cache'))).filter((name) => name.startsWith('part-'))).toEqual([]);
  });
});
