import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCmi5 } from '../../build/inspect/cmi5-structure.ts';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { type CourseFolder, readCourse } from '../../build/pipeline/read-course.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { checkManifest, identifiersIn, listedFiles, textOf } from './check-manifest.ts';
import { unknownNames } from './manifest-names.ts';
import { unzip } from './unzip.ts';

const folderOf = (name: string) => readCourse(join(import.meta.dirname, '../fixtures', name), name);

async function packed(folder: CourseFolder, format: Format) {
  const built = await buildPackage(folder, format);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return unzip(await zip(built.files));
}

/** The same folder with another course.json or lesson. */
function changed(folder: CourseFolder, path: string, change: (value: never) => void): CourseFolder {
  const value = JSON.parse(textOf(folder.files, path));
  change(value as never);
  const content = new TextEncoder().encode(JSON.stringify(value));
  return { ...folder, files: new Map([...folder.files, [path, content]]) };
}

const all: readonly Format[] = Object.values(formats);
const cases = all
  .filter(({ hasScos, schemas }) => hasScos && schemas)
  .map((format) => ({ name: format.name, format }));
const iri = 'https://example.org/courses/water-works';

describe.each(cases)('a course of two SCOs in $name', ({ name, format }) => {
  const standard = name === 'scorm12' ? 'scorm12' : 'scorm2004';
  let files: ReadonlyMap<string, Uint8Array>;
  let manifest: string;

  beforeAll(async () => {
    files = await packed(await folderOf('lessons'), format);
    manifest = textOf(files, 'imsmanifest.xml');
  });

  it('has a valid manifest with an item and a resource for each lesson', async () => {
    expect((await checkManifest(files, standard)).errors).toEqual([]);
    if (standard === 'scorm2004') expect(unknownNames(manifest)).toEqual([]);
    const items = [
      ...manifest.matchAll(/<item identifier="([^"]+)" identifierref="([^"]+)"[^>]*>\s*<title>(.*?)</g),
    ];
    expect(items.map(([, ...parts]) => parts)).toEqual([
      ['item-water-works_parts', 'sco-water-works_parts', 'The parts'],
      ['item-water-works_start', 'sco-water-works_start', 'A safe start'],
    ]);
    const launches = [...manifest.matchAll(/<resource identifier="([^"]+)"[^>]*="sco" href="([^"]+)"/g)];
    expect(launches.map(([, ...parts]) => parts)).toEqual([
      ['sco-water-works_parts', 'lesson-parts.html'],
      ['sco-water-works_start', 'lesson-start.html'],
    ]);
  });

  it('holds shared files once, in one resource that each lesson depends on', () => {
    const listed = listedFiles(manifest);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.sort()).toEqual([...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort());
    expect(manifest.match(/<dependency identifierref="common-water-works"\/>/g)).toHaveLength(2);
    const [, common = ''] =
      /<resource identifier="common-water-works"[^>]*="asset">([\s\S]*?)<\/resource>/.exec(manifest) ?? [];
    for (const path of ['player.js', 'media/pump.svg', 'index.html'])
      expect(listedFiles(common)).toContain(path);
  });

  it('gives each document its own pages, outcomes and rules, and index.html all of them', () => {
    const outlineIn = (path: string) =>
      JSON.parse(/id="cw-data">(.*?)<\/script>/s.exec(textOf(files, path))?.[1] ?? '').outline;
    expect(outlineIn('lesson-parts.html')).toMatchObject({
      id: 'water-works_parts',
      title: 'The parts',
      passMark: null,
      outcomes: [{ id: 'know-parts' }],
      lessons: [{ id: 'parts' }],
      questions: {},
    });
    expect(outlineIn('lesson-start.html')).toMatchObject({
      id: 'water-works_start',
      passMark: 80,
      outcomes: [{ id: 'start-safely' }],
      lessons: [{ id: 'start' }],
      texts: {},
    });
    expect(Object.keys(outlineIn('lesson-start.html').questions)).toEqual(['q-valve', 'q-inlet']);
    expect(outlineIn('index.html').lessons).toHaveLength(2);
    expect(textOf(files, 'lesson-parts.html')).not.toContain('Check what you know');
    expect(textOf(files, 'lesson-start.html')).not.toContain('href="#check-valve"');
    expect(textOf(files, 'index.html')).toContain('href="#check-valve"');
  });

  it('is judged by its score where it has an assessment, and by nothing else where it has none', () => {
    const [, first = '', second = ''] = manifest.split('<item ');
    const mark = standard === 'scorm12' ? '<adlcp:masteryscore>80<' : '<imsss:minNormalizedMeasure>0.8<';
    expect(first).not.toContain(mark);
    expect(second).toContain(mark);
    if (standard === 'scorm12') return;
    expect(first).toContain(
      '<imsss:rollupRules rollupObjectiveSatisfied="false" objectiveMeasureWeight="0"/>',
    );
    expect(second).toContain(
      '<imsss:rollupRules rollupObjectiveSatisfied="true" objectiveMeasureWeight="1"/>',
    );
    // Between lessons the buttons of the LMS are the way.
    expect(manifest).not.toContain('<adlnav:hideLMSUI>continue<');
  });

  it('keeps its identifiers from version to version', async () => {
    const folder = await folderOf('lessons');
    const next = changed(
      folder,
      'course.json',
      (course: { version: string; title: string; lessons: unknown[] }) => {
        course.version = '2.0.0';
        course.title = 'Renamed';
        course.lessons.reverse();
      },
    );
    const later = changed(next, 'lessons/parts.json', (lesson: { title: string; pages: unknown[] }) => {
      lesson.title = 'Renamed as well';
      lesson.pages.reverse();
    });
    const text = textOf(await packed(later, format), 'imsmanifest.xml');
    expect(text).not.toBe(manifest);
    expect(identifiersIn(text).sort()).toEqual(identifiersIn(manifest).sort());
  });
});

it.each(cases)(
  'a course of one SCO keeps its identifiers from version to version in $name',
  async ({ format }) => {
    const folder = await folderOf('small');
    const later = changed(folder, 'course.json', (course: { version: string; title: string }) => {
      course.version = '9.9.9';
      course.title = 'Renamed';
    });
    const [before, after] = await Promise.all(
      [folder, later].map(async (one) => textOf(await packed(one, format), 'imsmanifest.xml')),
    );
    expect(identifiersIn(after ?? '')).toEqual(identifiersIn(before ?? ''));
    expect(identifiersIn(before ?? '')).toContain('item-pump-house');
  },
);

it('in cmi5 each lesson is an AU with its own document, mark and rule for moving on', async () => {
  const files = await packed(await folderOf('lessons'), formats.cmi5);
  const xml = textOf(files, 'cmi5.xml');
  const { identifier, launches } = readCmi5(xml);
  expect(identifier).toBe(iri);
  expect(launches).toMatchObject([
    {
      ...{ title: 'The parts', id: `${iri}/lessons/parts`, path: 'lesson-parts.html' },
      ...{ moveOn: 'Completed', masteryScore: '' },
    },
    {
      ...{ title: 'A safe start', id: `${iri}/lessons/start`, path: 'lesson-start.html' },
      ...{ moveOn: 'CompletedAndPassed', masteryScore: '0.8' },
    },
  ]);
  for (const { path } of launches) expect([...files.keys()]).toContain(path);
  const objectives = [...xml.matchAll(/<objective idref="([^"]+)"/g)].map(([, id]) => id);
  expect(objectives).toEqual([`${iri}/outcomes/know-parts`, `${iri}/outcomes/start-safely`]);
});

it.each(all.filter(({ hasScos }) => !hasScos))('in $name one document holds all lessons', async (format) => {
  const paths = [...(await packed(await folderOf('lessons'), format)).keys()];
  expect(paths.filter((path) => path.endsWith('.html'))).toEqual(['index.html']);
});
