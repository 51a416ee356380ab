import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectPackage } from '../../build/inspect/inspect-package.ts';
import { inspectionHtml } from '../../build/inspect/report-html.ts';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { type PackageFile, textFile } from '../../build/pipeline/package-file.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { zip } from '../../build/pipeline/zip.ts';
import { formats } from '../../src/formats/index.ts';
import { coursewright } from '../command/coursewright.ts';
import { edited, onDisk, relisted, renamed, replaced, zipOf } from './odd-zips.ts';

const small = join(import.meta.dirname, '../fixtures/small');
let scorm12: readonly PackageFile[];
let scorm2004: readonly PackageFile[];

beforeAll(async () => {
  const folder = await readCourse(small, 'small');
  const files = async (format: 'scorm12' | 'scorm2004') => {
    const built = await buildPackage(folder, formats[format]);
    if (!built.ok) throw new Error('the small course does not build');
    return built.files;
  };
  scorm12 = await files('scorm12');
  scorm2004 = await files('scorm2004');
});

const answers = async (path: string) =>
  Object.fromEntries((await inspectPackage(path)).verdicts.map(({ lms, answer }) => [lms, answer]));
/** How well zeros pack is the business of zlib. */
const said = async (path: string) =>
  (await inspectPackage(path)).findings.map(
    ({ severity, kind, message }) => `${severity} ${kind}: ${message.replace(/from \d+ to/, 'from some to')}`,
  );

describe('a package of ours', () => {
  it('in SCORM 1.2 is taken by every LMS, and nothing is found against it', async () => {
    const inspection = await inspectPackage(await zipOf(scorm12));
    expect(inspection.findings).toEqual([]);
    expect(inspection.verdicts.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(inspection.described).toMatchObject({
      ...{
        standard: 'scorm12',
        edition: 'SCORM 1.2',
        title: 'The pump house',
        identifier: 'course-pump-house',
      },
      launches: [{ title: 'The pump house', href: 'index.html', path: 'index.html', masteryScore: '80' }],
    });
    expect(inspection.heaviest.map(({ path }) => path)).toContain('player.js');
  });

  it('in SCORM 2004 is valid, and TalentLMS does not take it', async () => {
    const inspection = await inspectPackage(await zipOf(scorm2004));
    expect(inspection.findings).toEqual([]);
    expect(inspection.described).toMatchObject({ standard: 'scorm2004', edition: 'SCORM 2004 4th Edition' });
    expect(await answers(await zipOf(scorm2004))).toEqual({
      ...{ moodle: 'yes', talentlms: 'no', 'scorm-cloud': 'yes', strict: 'yes' },
    });
    expect(inspection.verdicts[1]?.reasons).toEqual([
      'TalentLMS takes SCORM 1.2, xAPI and cmi5, not SCORM 2004.',
    ]);
  });
});

describe('what other tools, hands and attackers make', () => {
  const manifest = 'imsmanifest.xml';
  it.each<{ what: string; make: () => Promise<string>; says: string; moodle: string; strict: string }>([
    {
      what: 'a folder around everything',
      make: () => zipOf(renamed(scorm12, (path) => `course/${path}`)),
      says: 'error nested: the manifest stands in the folder "course/".',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a manifest with a byte order mark',
      make: () => zipOf(edited(scorm12, manifest, (text) => `\uFEFF${text}`)),
      says: 'warning manifest: the manifest begins with a byte order mark (BOM).',
      ...{ moodle: 'with-faults', strict: 'with-faults' },
    },
    {
      what: 'backslashes in paths',
      make: async () => onDisk(replaced(await zip(scorm12), 'media/pump.svg', 'media\\pump.svg')),
      says: 'error names: paths are written with backslashes: media/pump.svg.',
      ...{ moodle: 'with-faults', strict: 'no' },
    },
    {
      what: 'no launch file',
      make: () => zipOf(scorm12.filter(({ path }) => path !== 'index.html')),
      says: 'error launch: the launch file "index.html" is not in the zip.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a launch file in other capitals',
      make: () => zipOf(renamed(scorm12, (path) => (path === 'index.html' ? 'Index.html' : path))),
      says: 'error launch: the launch file "index.html" is called "Index.html" in the zip.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a manifest in capitals',
      make: () => zipOf(renamed(scorm12, (path) => (path === manifest ? 'IMSMANIFEST.XML' : path))),
      says: 'error manifest: the manifest is called "IMSMANIFEST.XML".',
      ...{ moodle: 'with-faults', strict: 'no' },
    },
    {
      what: 'a manifest that is cut off',
      make: () => zipOf(edited(scorm12, manifest, (text) => text.slice(0, text.indexOf('<resources')))),
      says: 'error launch: the item "The pump house" names the resource "sco-pump-house", which is not there.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a resource that is an asset',
      make: () =>
        zipOf(edited(scorm12, manifest, (text) => text.replace('scormtype="sco"', 'scormtype="asset"'))),
      says: 'error launch: everything in it is an asset: nothing speaks to the LMS.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a manifest that is not valid',
      make: () =>
        zipOf(edited(scorm12, manifest, (text) => text.replace('<schemaversion>', '<a/><schemaversion>'))),
      says: "error schema: line 10: Element 'a': This element is not expected. Expected is one of ( schemaversion, ##other* ).",
      ...{ moodle: 'with-faults', strict: 'no' },
    },
    {
      what: 'a listed file that is missing',
      make: () => zipOf(scorm12.filter(({ path }) => path !== 'media/pump.svg')),
      says: 'error missing-file: the manifest lists files that are not in the zip: media/pump.svg.',
      ...{ moodle: 'with-faults', strict: 'no' },
    },
    {
      what: 'a file that is not listed',
      make: () => zipOf([...scorm12, textFile('extra.html', '<p>x</p>')]),
      says: 'warning unlisted-file: files are in the zip that the manifest does not list: extra.html.',
      ...{ moodle: 'yes', strict: 'yes' },
    },
    {
      what: 'a file that servers run',
      make: () => zipOf([...scorm12, textFile('mail.php', '<?php')]),
      says: 'error forbidden-ending: "mail.php" has an ending that LMSs refuse.',
      ...{ moodle: 'with-faults', strict: 'no' },
    },
    {
      what: 'a path that leads out',
      make: async () => onDisk(replaced(await zip(scorm12), 'media/pump.svg', '../../pump.svg')),
      says: 'error unsafe: "../../pump.svg" leads out of the folder where the package is unpacked.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'an absolute path',
      make: async () => onDisk(replaced(await zip(scorm12), 'media/pump.svg', '/etc/xpump.svg')),
      says: 'error unsafe: "/etc/xpump.svg" leads out of the folder where the package is unpacked.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a symbolic link',
      make: async () =>
        onDisk(
          relisted(await zip(scorm12), 'media/pump.svg', (record) =>
            record.writeUInt32LE(0o120777 * 65536, 38),
          ),
        ),
      says: 'error unsafe: "media/pump.svg" is a link.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'an encrypted file',
      make: async () =>
        onDisk(
          relisted(await zip(scorm12), 'media/pump.svg', (record) =>
            record.writeUInt16LE(record.readUInt16LE(8) | 1, 8),
          ),
        ),
      says: 'error encrypted: "media/pump.svg" is encrypted.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'a bomb',
      make: () => zipOf([...scorm12, { path: 'media/zeros.bin', content: new Uint8Array(30_000_000) }]),
      says: 'error bomb: "media/zeros.bin" unpacks from some to 30000000 bytes.',
      ...{ moodle: 'no', strict: 'no' },
    },
    {
      what: 'two files that differ in capitals',
      make: () => zipOf([...scorm12, textFile('Player.js', '')]),
      says: 'warning names: files share a name: "Player.js" and "player.js".',
      ...{ moodle: 'with-faults', strict: 'with-faults' },
    },
    {
      what: 'a script from another host',
      make: () =>
        zipOf(
          edited(scorm12, 'index.html', (text) =>
            text.replace('</head>', '<script src="https://cdn.example-tool.io/x.js"></script></head>'),
          ),
        ),
      says: 'warning hosts: it loads from other hosts: cdn.example-tool.io (in index.html).',
      ...{ moodle: 'with-faults', strict: 'with-faults' },
    },
    {
      what: 'no manifest at all',
      make: () => zipOf([textFile('index.html', '<p>x</p>')]),
      says: 'error no-manifest: there is no imsmanifest.xml, tincan.xml or cmi5.xml in it.',
      ...{ moodle: 'no', strict: 'no' },
    },
  ])('$what is told', async ({ make, says, moodle, strict }) => {
    const path = await make();
    expect(await said(path)).toContain(says);
    expect(await answers(path)).toMatchObject({ moodle, strict });
  });

  it('schemas that are left out, and folders of resources, do no harm', async () => {
    const plain = scorm12.filter(({ path }) => !path.endsWith('.xsd'));
    const based = edited(plain, manifest, (text) =>
      text.replace('<resources', '<resources xml:base="app/"').replace(/<file href="[^"]+\.xsd"\/>\s*/g, ''),
    );
    const moved = renamed(based, (path) => (path === manifest ? path : `app/${path}`));
    expect((await said(await zipOf(moved))).filter((one) => !one.includes('schema'))).toEqual([]);
  });

  it('a Tin Can package is known, and Moodle does not take it', async () => {
    const tincan = `<?xml version="1.0"?><tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
      <activity id="https://example.org/pump" type="http://adlnet.gov/expapi/activities/course">
      <name>Pump</name><description lang="en">How to start it.</description><launch lang="en">index.html?x=1</launch></activity></activities></tincan>`;
    const path = await zipOf([textFile('tincan.xml', tincan), textFile('index.html', '<p>x</p>')]);
    expect((await inspectPackage(path)).described).toMatchObject({
      ...{ standard: 'xapi', title: 'Pump', identifier: 'https://example.org/pump' },
      launches: [{ path: 'index.html', id: 'https://example.org/pump' }],
    });
    expect(await answers(path)).toEqual({
      moodle: 'no',
      talentlms: 'yes',
      'scorm-cloud': 'yes',
      strict: 'yes',
    });
  });

  it('a cmi5 package is known, with its AUs, and a pass mark in per cent is told', async () => {
    const structure = (
      mark: string,
    ) => `<?xml version="1.0"?><courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="https://example.org/course"><title><langstring lang="en">Pump</langstring></title><description><langstring lang="en">x</langstring></description></course>
      <au id="https://example.org/au" moveOn="Passed" masteryScore="${mark}"><title><langstring lang="en">One</langstring></title><description><langstring lang="en">x</langstring></description><url>one/index.html</url></au></courseStructure>`;
    const files = (mark: string) => [
      textFile('cmi5.xml', structure(mark)),
      textFile('one/index.html', '<p>x</p>'),
    ];
    expect((await inspectPackage(await zipOf(files('0.8')))).findings).toEqual([]);
    expect(await said(await zipOf(files('80')))).toEqual(['error schema: masteryScore is "80".']);
  });
});

describe('the report', () => {
  it('is one HTML file that calls no one, and reads as HTML should', async () => {
    const odd = edited(scorm12, 'imsmanifest.xml', (text) =>
      text.replaceAll('The pump house', 'A &lt;script&gt; house'),
    );
    const html = await inspectionHtml(await inspectPackage(await zipOf(odd), 'pump.zip'));
    expect(html).toContain('Inspection of pump.zip');
    expect(html).toContain('A &lt;script&gt; house');
    expect(html).not.toMatch(/<script|src=|href=/);
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-trailing-whitespace': 'off',
        'no-inline-style': 'off',
        'void-style': 'off',
        'long-title': 'off',
      },
    }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  it('exits by the verdict of the LMS that is asked for, as text, JSON and HTML', async () => {
    const path = await zipOf(scorm2004);
    const text = await coursewright('/', 'inspect', path);
    expect(text.code).toBe(0);
    expect(text.out).toContain('SCORM 2004 4th Edition: The pump house (course-pump-house)');
    expect(text.out).toMatch(/TalentLMS +does not:\n {2}- TalentLMS takes SCORM 1\.2/);
    expect((await coursewright('/', 'inspect', path, '--lms', 'talentlms')).code).toBe(1);
    const json = await coursewright('/', 'inspect', path, '--json', '--html', `${path}.html`);
    expect(JSON.parse(json.out)).toMatchObject({ described: { title: 'The pump house' }, findings: [] });
    expect(await readFile(`${path}.html`, 'utf8')).toContain('What an LMS will say');
    expect(await coursewright('/', 'inspect', await onDisk(Buffer.from('no zip')))).toMatchObject({
      code: 1,
      out: '',
    });
    expect((await coursewright('/', 'inspect', 'nothing.zip')).code).toBe(2);
  });
});
