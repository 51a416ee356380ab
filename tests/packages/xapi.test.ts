import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { cmi5 } from '../../src/formats/cmi5/descriptor.ts';
import { formats } from '../../src/formats/index.ts';
import { universal } from '../../src/formats/universal/descriptor.ts';
import { xapi } from '../../src/formats/xapi/descriptor.ts';
import { builtCourse, builtFolder } from '../browser/built-course.ts';
import { courseOf } from '../contracts/course-of.ts';
import { checkManifest, listedFiles, textOf } from './check-manifest.ts';

const root = join(import.meta.dirname, '../..');
const iri = 'https://example.org/small';
/** The schema of course structures, which no package carries: its path is given, or it lies beside the repository. */
const schema = [process.env.CMI5_XSD ?? '', join(root, '../shared/schemas/cmi5/CourseStructure.xsd')].find(
  (path) => existsSync(path),
);

const question = {
  type: 'true-false',
  id: 'q',
  prompt: 'Water boils & steams.',
  answer: true,
  outcome: 'know',
} as const;

async function structure(course: Parameters<typeof courseOf>[0]): Promise<string> {
  const built = await buildPackage(courseOf({ iri, ...course }), cmi5);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return textOf(new Map(built.files.map(({ path, content }) => [path, content])), 'cmi5.xml');
}

describe('a package of', () => {
  it.each([
    { format: xapi, manifest: 'tincan.xml' },
    { format: cmi5, manifest: 'cmi5.xml' },
  ])(
    '$format.title has $manifest at its root, no schemas, and a document that may speak with an LRS',
    async ({ format, manifest }) => {
      const files = await builtCourse('course', format);
      expect([...files.keys()].filter((path) => !path.startsWith('media/')).sort()).toEqual(
        [manifest, 'index.html', 'player.js', 'tools.css', 'tools.js'].sort(),
      );
      expect(textOf(files, 'index.html')).toContain('connect-src http: https:;');
      expect(textOf(files, 'player.js')).not.toContain('AxiosError');
    },
  );

  it('SCORM may speak with no host, and carries nothing of xAPI', async () => {
    const files = await builtCourse('course');
    expect(textOf(files, 'index.html')).not.toContain('connect-src');
    expect(textOf(files, 'player.js')).not.toContain('expapi');
  });

  it.each([formats.scorm12, formats.scorm2004, formats['scorm2004-3rd'], universal])(
    '$title with an LRS besides carries its client apart, and may speak with it',
    async (format) => {
      const build = async (fields: object) => {
        const built = await buildPackage(courseOf({ iri, ...fields }), format);
        if (!built.ok) throw new Error(JSON.stringify(built.problems));
        return new Map(built.files.map(({ path, content }) => [path, content]));
      };
      const [plain, told] = [await build({}), await build({ lrs: {} })];
      const tracker = format === universal ? 'tracker-scorm12.js' : 'player.js';
      expect(plain.has('tracker-lrs.js')).toBe(false);
      expect(textOf(plain, tracker)).not.toContain('tracker-');
      expect(textOf(told, tracker)).not.toContain('expapi');
      expect(textOf(told, 'tracker-lrs.js')).toContain('expapi');
      expect(textOf(told, 'index.html')).toContain('connect-src http: https:;');
      expect(listedFiles(textOf(told, 'imsmanifest.xml'))).toContain('tracker-lrs.js');
    },
  );

  it('an LRS besides is none of a package that speaks xAPI by itself', async () => {
    const lrs = { endpoint: 'https://lrs.example/xapi/', auth: 'Basic c2VjcmV0', learnersCanReadAuth: true };
    for (const format of [xapi, cmi5, formats.web]) {
      const built = await buildPackage(courseOf({ iri, lrs }), format);
      const texts = built.ok ? built.files.map(({ content }) => new TextDecoder().decode(content)) : [];
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter((text) => text.includes('c2VjcmV0'))).toEqual([]);
    }
  });

  it('in a trial, an LRS besides is that of the launch: neither the address nor the credential of the course is in the package', async () => {
    const lrs = {
      ...{ endpoint: 'https://lrs.example/xapi/', auth: 'Basic c2VjcmV0', learnersCanReadAuth: true },
      homePage: 'https://people.example',
    };
    const built = await buildPackage(courseOf({ iri, lrs }), { ...formats.scorm12, lrsBesides: 'launched' });
    const text = built.ok
      ? built.files.map(({ content }) => new TextDecoder().decode(content)).join('\n')
      : '';
    expect(text).toContain('https://people.example');
    expect(text).not.toMatch(/lrs\.example|c2VjcmV0/);
  });

  it('xAPI names its activity by the course’s IRI', async () => {
    const files = await builtCourse('course', xapi);
    expect(textOf(files, 'tincan.xml')).toContain(
      '<activity id="https://coursewright.example/un-cptm-2-7-women-peace-security" type="http://adlnet.gov/expapi/activities/course">',
    );
    expect(textOf(files, 'tincan.xml')).toContain('<launch lang="en">index.html</launch>');
  });
});

describe('a course structure of cmi5', () => {
  it.each([
    { how: 'has no assessment', questions: [], fields: {}, moveOn: 'Completed', mastery: null },
    {
      how: 'is passed by the score',
      questions: [question],
      fields: {},
      moveOn: 'CompletedAndPassed',
      mastery: '0.8',
    },
    {
      how: 'is passed by completing it',
      questions: [],
      fields: { success: 'completion' },
      moveOn: 'CompletedAndPassed',
      mastery: null,
    },
  ])('of a course that $how moves on when $moveOn', async ({ questions, fields, moveOn, mastery }) => {
    const xml = await structure({ questions, ...fields });
    expect(xml).toContain(`<au id="${iri}/au" moveOn="${moveOn}"`);
    expect(/masteryScore="([^"]+)"/.exec(xml)?.[1] ?? null).toBe(mastery);
    expect(xml).toContain('<url>index.html</url>');
  });

  it('names everything once', async () => {
    const ids = [...(await structure({ questions: [question] })).matchAll(/ id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids).toEqual([iri, `${iri}/outcomes/know`, `${iri}/au`]);
  });

  describe.skipIf(schema === undefined)(
    'by its schema (skipped where neither CMI5_XSD nor ../shared/schemas/cmi5/CourseStructure.xsd is there)',
    () => {
      const judge = async (contents: string) =>
        validateXML({
          xml: [{ fileName: 'cmi5.xml', contents }],
          schema: [{ fileName: 'CourseStructure.xsd', contents: await readFile(schema ?? '', 'utf8') }],
        });

      it.each([
        ['the flagship', 'course', 1],
        ['the gallery', 'tests/fixtures/full', 1],
        ['a course with an AU for each lesson', 'tests/fixtures/lessons', 2],
      ])('%s is valid', async (_, folder, units) => {
        const course = await readCourse(join(root, folder), folder);
        const value = { iri, ...JSON.parse(textOf(course.files, 'course.json')) };
        const content = new TextEncoder().encode(JSON.stringify(value));
        const { files } = await builtFolder(
          { ...course, files: new Map([...course.files, ['course.json', content]]) },
          cmi5,
        );
        const xml = textOf(files, 'cmi5.xml');
        expect((await judge(xml)).errors).toEqual([]);
        expect(xml.match(/<au /g)).toHaveLength(units);
      });

      it.each([
        ['moveOn="CompletedAndPassed"', 'moveOn="Sometime"'],
        ['masteryScore="0.8"', 'masteryScore="80"'],
        ['<url>index.html</url>', ''],
      ])('one with %s made %j is not', async (right, wrong) => {
        const xml = await structure({ questions: [question] });
        expect(xml).toContain(right);
        expect((await judge(xml.replace(right, wrong))).valid).toBe(false);
      });
    },
  );
});

it('a universal package has a manifest of SCORM 1.2 that is valid and lists every other file', async () => {
  const files = await builtCourse('course', universal);
  const manifest = textOf(files, 'imsmanifest.xml');
  expect((await checkManifest(files, 'scorm12', manifest)).errors).toEqual([]);
  expect(listedFiles(manifest).sort()).toEqual(
    [...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort(),
  );
});

it('a course without an IRI is not built for xAPI, and its author is told why', async () => {
  const built = await buildPackage(courseOf({}), xapi);
  expect(built).toMatchObject({
    ok: false,
    problems: [{ severity: 'error', message: '"iri" is missing: xAPI (Tin Can) knows a course by it.' }],
  });
});
