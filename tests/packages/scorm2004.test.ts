import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Question } from '../../src/course/block.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { builtCourse } from '../browser/built-course.ts';
import { courseOf } from '../contracts/course-of.ts';
import { unzip } from './unzip.ts';

let files: ReadonlyMap<string, Uint8Array>;
const text = (path: string) => new TextDecoder().decode(files.get(path));

beforeAll(async () => {
  files = await builtCourse('tests/fixtures/small', scorm2004);
});

async function check(manifest: string) {
  const wrapper = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="http://www.imsglobal.org/xsd/imscp_v1p1" schemaLocation="imscp_v1p1.xsd"/>
    <xs:import namespace="http://www.adlnet.org/xsd/adlcp_v1p3" schemaLocation="adlcp_v1p3.xsd"/>
    <xs:import namespace="http://www.imsglobal.org/xsd/imsss" schemaLocation="imsss_v1p0.xsd"/>
  </xs:schema>`;
  return validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    schema: [{ fileName: 'wrapper.xsd', contents: wrapper }],
    preload: [...files.keys()]
      .filter((path) => /\.(xsd|dtd)$/.test(path))
      .map((fileName) => ({ fileName, contents: text(fileName) })),
  });
}

describe('the SCORM 2004 package', () => {
  it('has a manifest that is valid against the schemas in the zip', async () => {
    expect((await check(text('imsmanifest.xml'))).errors).toEqual([]);
    // And the check can fail.
    for (const [from, to] of [
      ['adlcp:scormType="sco"', 'adlcp:scormType="scorm"'],
      ['imsss:minNormalizedMeasure>0.8<', 'imsss:minNormalizedMeasure>80<'],
    ] as const)
      expect((await check(text('imsmanifest.xml').replace(from, to))).valid, to).toBe(false);
  });

  it('says edition, launch, pass mark, and that the course itself judges', () => {
    const manifest = text('imsmanifest.xml');
    expect(manifest).toContain('<schemaversion>2004 4th Edition</schemaversion>');
    expect(manifest).toContain('adlcp:scormType="sco" href="index.html"');
    expect(manifest).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>');
    expect(manifest).toContain('completionSetByContent="true" objectiveSetByContent="true"');
    const ids = [...manifest.matchAll(/ (?:identifier|objectiveID)="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists every file but the manifest, and none that is not there', () => {
    const listed = [...text('imsmanifest.xml').matchAll(/<file href="([^"]+)"/g)].map(([, href]) =>
      decodeURIComponent(href ?? ''),
    );
    expect(listed.sort()).toEqual([...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort());
  });

  it('gives the LMS no pass mark where more than the score decides', async () => {
    const question = {
      type: 'true-false',
      id: 'q-one',
      prompt: 'True?',
      answer: true,
    } as unknown as Question;
    const folder = courseOf({ questions: [question] });
    const course = JSON.parse(new TextDecoder().decode(folder.files.get('course.json')));
    course.lessons[0].pages[1].assessment.outcomePassMark = 50;
    const encoded = new TextEncoder().encode(JSON.stringify(course));
    const built = await buildPackage(
      { ...folder, files: new Map([...folder.files, ['course.json', encoded]]) },
      scorm2004,
    );
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    files = await unzip(await zip(built.files));
    expect(text('imsmanifest.xml')).not.toContain('minNormalizedMeasure');
    expect((await check(text('imsmanifest.xml'))).errors).toEqual([]);
  });
});
