import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Running, running } from './running.ts';

const fixture = join(import.meta.dirname, '../fixtures/text');

it('build --watch builds at each change, tells mistakes until they are mended, and ends with 0', {
  timeout: 180_000,
}, async () => {
  const base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  const at = (path: string) => join(base, 'course', path);
  await cp(fixture, join(base, 'course'), { recursive: true });
  const text = await readFile(at('course.json'), 'utf8');
  const environment = { COURSEWRIGHT_CACHE: join(base, 'cache') };
  const builder: Running = running(
    base,
    environment,
    ...['build', 'course', '--watch', '--format', 'scorm12', '--out', 'out'],
  );
  expect(await builder.says('Waiting for changes of course.')).toMatch(
    /out\/text_en_v1\.0\.0_scorm12\.zip {2}[\d.]+ kB/,
  );

  // In place, and as editors do: beside and renamed over.
  await writeFile(at('course.json'), text.replace('filter **second**', 'filter second'));
  expect(await builder.says('.zip')).toMatch(
    /course: course\.json \(changed\)[\s\S]*\nout.*; .*index\.html \(changed\)/,
  );
  await writeFile(at('.course.json.swp'), text.replace('"title"', '"titel"'));
  await rename(at('.course.json.swp'), at('course.json'));
  expect(await builder.says('it is built when they are mended.')).toContain('Did you mean "title"?');
  const before = await readFile(join(base, 'out/text_en_v1.0.0_scorm12.zip'));
  await writeFile(at('course.json'), text);
  expect(await builder.says('.zip')).toContain('The mistakes are mended.\nout');
  expect((await readFile(join(base, 'out/text_en_v1.0.0_scorm12.zip'))).equals(before)).toBe(false);

  // Many files at once, in folders that are new; and those folders moved.
  await mkdir(join(base, 'new/deep'), { recursive: true });
  for (let file = 0; file < 30; file++) await writeFile(join(base, `new/deep/${file}.md`), 'A note.');
  await rename(join(base, 'new'), at('notes'));
  expect(await builder.says('.zip')).toContain('notes/deep/0.md (new), notes/deep/1.md (new)');
  await rename(at('notes'), at('kept'));
  expect(await builder.says('.zip')).toContain('kept/deep/0.md (new)');
  await writeFile(at('kept/deep/0.md'), 'Another.');
  expect(await builder.says('.zip')).toContain('kept/deep/0.md (changed)');

  // The folder itself goes and comes back.
  await rename(join(base, 'course'), join(base, 'away'));
  await builder.says('it is built when it is back.');
  await rm(join(base, 'away/kept'), { recursive: true });
  await rename(join(base, 'away'), join(base, 'course'));
  expect(await builder.says('.zip')).toContain('(gone)');
  await writeFile(at('course.json'), text.replace('"1.0.0"', '"1.1.0"'));
  await builder.says('text_en_v1.1.0_scorm12.zip');

  builder.interrupt();
  expect(await builder.ended).toBe(0);
  expect(builder.said()).not.toContain('fault');
  expect((await readdir(join(base, 'out'))).sort()).toEqual([
    'text_en_v1.0.0_scorm12.zip',
    'text_en_v1.1.0_scorm12.zip',
  ]);
});
