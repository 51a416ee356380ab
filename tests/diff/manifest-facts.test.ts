import { describe, expect, it } from 'vitest';
import { lossesIn } from '../../build/diff/change-lines.ts';
import { comparePackages } from '../../build/diff/compare-packages.ts';
import { manifestFacts } from '../../build/diff/manifest-facts.ts';
import { cmi5 } from '../../src/formats/cmi5/descriptor.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { scorm2004third } from '../../src/formats/scorm2004-3rd/descriptor.ts';
import { xapi } from '../../src/formats/xapi/descriptor.ts';
import { aDraft, aVersion } from './two-versions.ts';

const unit = {
  title: 'The pump',
  launch: 'index.html',
  mastery: '',
  threshold: '',
  moveOn: '',
  resource: '',
  objectives: [],
};

describe('what a manifest tells', () => {
  it('is read of SCORM 1.2', async () => {
    expect((await aVersion(aDraft(), [])).facts.manifests).toEqual([
      {
        path: 'imsmanifest.xml',
        edition: '1.2',
        identifiers: { manifest: 'course-pump', organization: 'organization-pump' },
        title: 'The pump',
        units: [{ ...unit, id: 'item-pump', resource: 'sco-pump', mastery: '80' }],
      },
    ]);
  });

  it.each([scorm2004, scorm2004third])('is read of $title', async (format) => {
    const { facts } = await aVersion(aDraft(), [], format);
    expect(facts.format).toBe(format);
    expect(facts.manifests[0]?.units).toEqual([
      {
        ...unit,
        id: 'item-pump',
        resource: 'sco-pump',
        mastery: '0.8',
        objectives: ['objective-pump', 'know', 'care'],
      },
    ]);
  });

  it.each([scorm2004, scorm2004third])('names the threshold of $title', async (format) => {
    const draft = aDraft();
    const { passMark: _, ...rest } = draft;
    const lessons = draft.lessons.slice(0, 1);
    const { facts } = await aVersion({ ...rest, lessons, completion: { pages: 50 } }, [], format);
    expect(facts.manifests[0]?.units[0]?.threshold).toBe('0.5');
  });

  it('loses every record where the IRI of an xAPI or cmi5 course is another', async () => {
    for (const format of [xapi, cmi5]) {
      const before = await aVersion(aDraft(), [], format);
      const moved = { ...aDraft(), version: '1.1.0', iri: 'https://example.org/elsewhere/pump' };
      const after = await aVersion(moved, before.ledger, format);
      const losses = lossesIn(comparePackages(before.facts, after.facts));
      expect(losses.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
        `unit-removed ${before.facts.manifests[0]?.units[0]?.id}`,
      ]);
    }
  });

  it('is read of xAPI', () => {
    const xml = `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
      <activity id="https://example.org/pump" type="http://adlnet.gov/expapi/activities/course">
        <name lang="en">The pump</name><launch lang="en">index.html</launch></activity>
      <activity id="https://example.org/q" type="http://adlnet.gov/expapi/activities/question"><name>Q</name></activity>
    </activities></tincan>`;
    expect(manifestFacts('tincan.xml', xml)).toEqual({
      path: 'tincan.xml',
      edition: '',
      identifiers: {},
      title: 'The pump',
      units: [{ ...unit, id: 'https://example.org/pump' }],
    });
  });

  it('is read of cmi5', () => {
    const xml = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="https://example.org/pump"><title><langstring lang="en">The pump</langstring></title></course>
      <objectives><objective id="https://example.org/know"/></objectives>
      <au id="https://example.org/pump/all" moveOn="Passed" masteryScore="0.8">
        <title><langstring lang="en">The pump</langstring></title>
        <objectives><objective idref="https://example.org/know"/></objectives>
        <url>index.html</url></au></courseStructure>`;
    expect(manifestFacts('cmi5.xml', xml)).toEqual({
      path: 'cmi5.xml',
      edition: '',
      identifiers: { course: 'https://example.org/pump' },
      title: 'The pump',
      units: [
        {
          ...unit,
          id: 'https://example.org/pump/all',
          mastery: '0.8',
          moveOn: 'Passed',
          objectives: ['https://example.org/know'],
        },
      ],
    });
  });
});
