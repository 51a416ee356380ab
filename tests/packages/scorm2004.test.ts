import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Question } from '../../src/course/block.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { builtCourse } from '../browser/built-course.ts';
import { courseOf } from '../contracts/course-of.ts';
import { checkManifest, identifiersIn, listedFiles, textOf } from './check-manifest.ts';
import { misplacedMetadata, unknownNames } from './manifest-names.ts';
import { unzip } from './unzip.ts';

const editions = [
  {
    name: 'scorm2004',
    version: '2004 4th Edition',
    threshold: '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>',
  },
  {
    name: 'scorm2004-3rd',
    version: '2004 3rd Edition',
    threshold: '<adlcp:completionThreshold>0.5</adlcp:completionThreshold>',
  },
] as const;
const question = {
  type: 'true-false',
  id: 'q-one',
  prompt: 'True?',
  answer: true,
} as unknown as Question;

async function built(format: Format, course: Parameters<typeof courseOf>[0]) {
  const made = await buildPackage(courseOf(course), format);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return unzip(await zip(made.files));
}

describe.each(editions)('the package of $version', ({ name, version, threshold }) => {
  const format: Format = formats[name];
  let files: ReadonlyMap<string, Uint8Array>;
  let manifest: string;
  const check = (text: string) => checkManifest(files, 'scorm2004', text);

  beforeAll(async () => {
    files = await builtCourse('tests/fixtures/small', format);
    manifest = textOf(files, 'imsmanifest.xml');
  });

  it('has a manifest that is valid against the schemas in the zip', async () => {
    expect((await check(manifest)).errors).toEqual([]);
    // And the check can fail.
    for (const [from, to] of [
      ['adlcp:scormType="sco"', 'adlcp:scormType="scorm"'],
      ['imsss:minNormalizedMeasure>0.8<', 'imsss:minNormalizedMeasure>80<'],
      ['hideLMSUI>previous<', 'hideLMSUI>back<'],
    ] as const)
      expect((await check(manifest.replace(from, to))).valid, to).toBe(false);
  });

  it('misspells no name: the schemas would let it pass', () => {
    expect(unknownNames(manifest)).toEqual([]);
    expect(unknownNames(manifest.replace('adlcp:scormType', 'adlcp:scormtype'))).toEqual([
      'resource/@adlcp:scormtype',
    ]);
    expect(unknownNames(manifest.replace('satisfiedByMeasure', 'satisfiedByMesure'))).toEqual([
      'imsss:primaryObjective/@satisfiedByMesure',
    ]);
  });

  it('says edition, launch, pass mark, and that the course itself judges', () => {
    expect(manifest).toContain(`<schemaversion>${version}</schemaversion>`);
    expect(manifest).toContain('adlcp:scormType="sco" href="index.html"');
    expect(manifest).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>');
    expect(manifest).toContain('completionSetByContent="true" objectiveSetByContent="true"');
    const ids = identifiersIn(manifest);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names each outcome that is assessed as an objective, by the id under which it is told', () => {
    expect(manifest).toContain('<imsss:objective objectiveID="safe-start"/>');
  });

  it('hides the buttons of the LMS that would turn no page or throw the record away', () => {
    const hidden = [...manifest.matchAll(/<adlnav:hideLMSUI>(\w+)</g)].map(([, one]) => one);
    expect(hidden).toEqual(['previous', 'continue', 'abandon', 'abandonAll']);
  });

  it('describes the course in metadata that the edition takes', () => {
    const inside = manifest.includes('<lom ');
    expect(inside).toBe(name === 'scorm2004');
    const metadata = inside ? manifest : textOf(files, 'metadata.xml');
    if (!inside) expect(manifest).toContain('<adlcp:location>metadata.xml</adlcp:location>');
    expect(metadata).toContain('<description><string language="en">How to start the pump safely.</string>');
    expect(metadata).toMatch(/<size>\d{4,}<\/size>/);
    expect(misplacedMetadata(metadata)).toEqual([]);
    expect(misplacedMetadata(metadata.replaceAll('general>', 'genera1>'))).toContain('lom/genera1');
  });

  it('lists every file but the manifest, and none that is not there', () => {
    expect(listedFiles(manifest).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort(),
    );
  });

  it('gives the LMS a threshold where a share of the pages is all that makes complete', async () => {
    files = await built(format, { completion: { pages: 50 } });
    const text = textOf(files, 'imsmanifest.xml');
    expect(text).toContain(threshold);
    expect((await check(text)).errors).toEqual([]);
    expect(unknownNames(text)).toEqual([]);
    expect((await check(text.replace('0.5', '50'))).valid).toBe(false);
  });

  it.each([
    { what: 'minutes count too', course: { completion: { pages: 50, minutes: 2 } } },
    { what: 'activities count too', course: { completion: { pages: 50, activities: true } } },
    { what: 'pages do not count', course: { completion: { minutes: 2 } } },
    { what: 'there is an assessment', course: { completion: { pages: 50 }, questions: [question] } },
  ])('gives the LMS no threshold where $what', async ({ course }) => {
    const text = textOf(await built(format, course), 'imsmanifest.xml');
    expect(text).not.toContain('completionThreshold');
  });

  it('gives the LMS no pass mark where more than the score decides, or nothing is scored', async () => {
    for (const rule of [{ outcomePassMark: 50 }, { pretest: true }]) {
      const made = await buildPackage(assessedBy(rule), format);
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      files = await unzip(await zip(made.files));
      const text = textOf(files, 'imsmanifest.xml');
      expect(text).not.toContain('minNormalizedMeasure');
      expect((await check(text)).errors).toEqual([]);
    }
  });
});

/** A course whose assessment has this rule besides. */
function assessedBy(rule: object) {
  const folder = courseOf({ questions: [question] });
  const course = JSON.parse(textOf(folder.files, 'course.json'));
  Object.assign(course.lessons[0].pages[1].assessment, rule);
  const encoded = new TextEncoder().encode(JSON.stringify(course));
  return { ...folder, files: new Map([...folder.files, ['course.json', encoded] as const]) };
}
