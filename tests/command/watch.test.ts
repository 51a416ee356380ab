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

it('build --watch of a folder of courses builds what changed, and no course stops another', {
  timeout: 180_000,
}, async () => {
  const base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  const text = await readFile(join(fixture, 'course.json'), 'utf8');
  const at = (name: string) => join(base, 'courses', name, 'course.json');
  const add = async (name: string, content: string) => {
    await cp(fixture, join(base, 'courses', name), { recursive: true });
    await writeFile(at(name), content);
  };
  const named = (id: string) => text.replace('"id": "text"', `"id": "${id}"`);
  await add('alpha', named('alpha'));
  await add('broken', named('broken').replace('"aim"', '"aims"'));
  await add('copy', named('alpha'));
  await add('zeta', named('zeta'));
  const builder = running(
    base,
    {},
    ...[
      'build',
      'courses',
      '--watch',
      '--format',
      'scorm12',
      '--language',
      'en',
      '--out',
      'out',
      '--no-cache',
    ],
  );
  const first = await builder.says('Waiting for changes of courses.');
  expect(first).toContain('courses/broken/course.json:1:1: error: "aim" is missing.');
  expect(first).toContain('error: /id: "alpha" is the id of courses/alpha as well');
  expect((await readdir(join(base, 'out'))).sort()).toEqual([
    'alpha_en_v1.0.0_scorm12.zip',
    'zeta_en_v1.0.0_scorm12.zip',
  ]);

  // Only what changed; and what is mended, be it by a change of another.
  await writeFile(at('zeta'), named('zeta').replace('filter **second**', 'filter second'));
  const second = await builder.says('zeta_en_v1.0.0_scorm12.zip');
  expect(second).toContain('courses/zeta: course.json (changed)');
  expect(second).not.toMatch(/courses\/(alpha|broken|copy)/);
  await writeFile(at('broken'), named('broken'));
  expect(await builder.says('broken_en_v1.0.0_scorm12.zip')).toContain('The mistakes are mended.');
  await writeFile(at('alpha'), named('first'));
  const third = await builder.says('alpha_en_v1.0.0_scorm12.zip');
  expect(third).toContain('first_en_v1.0.0_scorm12.zip');
  expect(third).toContain('The mistakes are mended.');

  // A wish that one of them cannot fulfil, and a course that is new.
  await writeFile(at('zeta'), named('zeta').replace('"language": "en"', '"language": "fr"'));
  expect(await builder.says('it is built when they are mended.')).toContain(
    'courses/zeta/course.json:1:1: error: The course has no language "en".',
  );
  await rm(join(base, 'courses/copy'), { recursive: true });
  await add('new', named('new'));
  await builder.says('new_en_v1.0.0_scorm12.zip');
  expect(builder.said()).not.toContain('fault');

  // What no mistake of an author explains: where a package is to be written stands a folder.
  const taken = join(base, 'out/taken_en_v1.0.0_scorm12.zip');
  await mkdir(taken);
  await add('taken', named('taken'));
  await builder.says(/courses\/taken: a fault of Coursewright, not of the course: .*EISDIR/);
  await writeFile(at('new'), named('new').replace('filter **second**', 'filter second'));
  await builder.says('new_en_v1.0.0_scorm12.zip');
  await rm(taken, { recursive: true });
  await writeFile(at('taken'), named('taken').replace('filter **second**', 'filter second'));
  await builder.says('taken_en_v1.0.0_scorm12.zip');
  builder.interrupt();
  expect(await builder.ended).toBe(3);
});
