import { describe, expect, it } from 'vitest';
import { lossesIn } from '../../build/diff/change-lines.ts';
import { comparePackages } from '../../build/diff/compare-packages.ts';
import { type ManifestName, readManifest } from '../../build/inspect/read-manifest.ts';
import { cmi5 } from '../../src/formats/cmi5/descriptor.ts';
import { scorm2004 } from '../../src/formats/scorm2004/descriptor.ts';
import { scorm2004third } from '../../src/formats/scorm2004-3rd/descriptor.ts';
import { xapi } from '../../src/formats/xapi/descriptor.ts';
import { aDraft, aVersion } from '../diff/two-versions.ts';

const launch = {
  ...{ title: 'The pump', href: 'index.html', path: 'index.html', isSilent: false },
  ...{ masteryScore: '', completionThreshold: '', moveOn: '', resource: '', objectives: [] },
};
const read = (name: ManifestName, text: string) =>
  readManifest({ path: name, name, root: '' }, new TextEncoder().encode(text));

describe('what a manifest tells', () => {
  it('is read of SCORM 1.2', async () => {
    expect((await aVersion(aDraft(), [])).facts.manifests).toMatchObject([
      {
        ...{ path: 'imsmanifest.xml', standard: 'scorm12', version: '1.2', title: 'The pump', findings: [] },
        identifiers: { manifest: 'course-pump', organization: 'organization-pump' },
        launches: [{ ...launch, id: 'item-pump', resource: 'sco-pump', masteryScore: '80' }],
      },
    ]);
  });

  it.each([scorm2004, scorm2004third])('is read of $title', async (format) => {
    const { facts } = await aVersion(aDraft(), [], format);
    expect(facts.format).toBe(format);
    expect(facts.manifests[0]?.launches).toEqual([
      {
        ...launch,
        id: 'item-pump',
        resource: 'sco-pump',
        masteryScore: '0.8',
        objectives: ['objective-pump', 'know', 'care'],
      },
    ]);
  });

  it.each([scorm2004, scorm2004third])('names the threshold of $title', async (format) => {
    const draft = aDraft();
    const { passMark: _, ...rest } = draft;
    const lessons = draft.lessons.slice(0, 1);
    const { facts } = await aVersion({ ...rest, lessons, completion: { pages: 50 } }, [], format);
    expect(facts.manifests[0]?.launches[0]?.completionThreshold).toBe('0.5');
  });

  it('loses every record where the IRI of an xAPI or cmi5 course is another', async () => {
    for (const format of [xapi, cmi5]) {
      const before = await aVersion(aDraft(), [], format);
      const moved = { ...aDraft(), version: '1.1.0', iri: 'https://example.org/elsewhere/pump' };
      const after = await aVersion(moved, before.ledger, format);
      const losses = lossesIn(comparePackages(before.facts, after.facts));
      expect(losses.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
        `unit-removed ${before.facts.manifests[0]?.launches[0]?.id}`,
      ]);
    }
  });

  it('is read of xAPI', () => {
    const xml = `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
      <activity id="https://example.org/pump" type="http://adlnet.gov/expapi/activities/course">
        <name lang="en">The pump</name><launch lang="en">index.html</launch></activity>
      <activity id="https://example.org/q" type="http://adlnet.gov/expapi/activities/question"><name>Q</name></activity>
    </activities></tincan>`;
    expect(read('tincan.xml', xml)).toMatchObject({
      ...{ standard: 'xapi', version: '', identifiers: {}, title: 'The pump' },
      launches: [{ ...launch, id: 'https://example.org/pump' }],
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
    expect(read('cmi5.xml', xml)).toMatchObject({
      ...{ standard: 'cmi5', version: '', title: 'The pump' },
      identifiers: { course: 'https://example.org/pump' },
      launches: [
        {
          ...{ ...launch, id: 'https://example.org/pump/all', masteryScore: '0.8', moveOn: 'Passed' },
          objectives: ['https://example.org/know'],
        },
      ],
    });
  });
});

describe('a cmi5.xml is judged rule by rule, as no schema of it can be shipped', () => {
  const text = (name: string) => `<${name}><langstring lang="en">Some ${name}</langstring></${name}>`;
  const both = text('title') + text('description');
  const structure = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" xmlns:v="https://vendor.example/x">
    <course id="https://example.org/c">${both}</course>
    <objectives><objective id="https://example.org/o">${both}</objective></objectives>
    <block id="https://example.org/b">${both}
      <au id="https://example.org/a" moveOn="Passed" masteryScore="0.8" launchMethod="OwnWindow">${both}<objectives><objective idref="https://example.org/o"/></objectives><url>a.html</url><v:more/></au>
    </block>
    <au id="https://example.org/d">${both}<url>d.html</url></au></courseStructure>`;
  const said = (from: string | RegExp, to: string) => {
    const changed = structure.replace(from, to);
    if (from !== '' && changed === structure) throw new Error(`${from} is not there`);
    return read('cmi5.xml', changed).findings.map(
      ({ message, hint }) => `${message} ${/\(cmi5 [^)]+\)$/.exec(hint)?.[0]}`,
    );
  };

  it('has nothing against one that is right, extensions with it', () => expect(said('', '')).toEqual([]));

  it.each<[string, string | RegExp, string, string]>([
    [
      'another namespace',
      '/v1/CourseStructure.xsd"',
      '/v0/CourseStructure.xsd"',
      'its namespace is "https://w3id.org/xapi/profiles/cmi5/v0/CourseStructure.xsd". (cmi5 13.2)',
    ],
    ['no course', /<course id[\s\S]*?<\/course>/, '', 'it holds 0 elements <course>, not one. (cmi5 13.1.1)'],
    [
      'an id that is no IRI',
      'https://example.org/d',
      'part-d',
      'the id "part-d" of AU "Some title" is no IRI. (cmi5 13.1.4)',
    ],
    [
      'no description',
      `c">${both}`,
      `c">${text('title')}`,
      'the course "Some title" has no description with a <langstring>. (cmi5 13.1.1)',
    ],
    [
      'an empty title',
      /<title>.*?<\/title>/,
      '<title><langstring lang="en"/></title>',
      'the title of course "https://example.org/c" is empty. (cmi5 13.1.1)',
    ],
    [
      'a wrong order',
      `d">${both}<url>d.html</url>`,
      `d"><url>d.html</url>${both}`,
      'in <au> stands <url> too early. (cmi5 13.2)',
    ],
    [
      'an element of nowhere',
      '<url>d',
      '<href/><url>d',
      '<au> holds <href>, which does not belong there. (cmi5 13.2)',
    ],
    ['moveOn of nowhere', 'moveOn="Passed"', 'moveOn="passed"', 'moveOn is "passed". (cmi5 13.1.4)'],
    ['five decimals', '"0.8"', '"0.80001"', 'masteryScore is "0.80001". (cmi5 13.1.4)'],
    ['a launch method of nowhere', 'OwnWindow', 'Popup', 'launchMethod is "Popup". (cmi5 13.1.4)'],
    [
      'the same id twice',
      'https://example.org/d',
      'https://example.org/a',
      'two AUs share an id: "https://example.org/a". (cmi5 13.1.4)',
    ],
    [
      'an objective that is not there',
      'idref="https://example.org/o"',
      'idref="https://example.org/p"',
      'the objective "https://example.org/p" is named and not there. (cmi5 13.1.3)',
    ],
    [
      'an empty block',
      /<au id="https:\/\/example.org\/a"[\s\S]*?<\/au>/,
      '',
      'the block "https://example.org/b" is empty. (cmi5 13.2)',
    ],
    ['no url', '<url>d.html</url>', '', 'the AU "Some title" has no url. (cmi5 13.1.4)'],
  ])('%s', (_, from, to, message) => expect(said(from, to)).toEqual([message]));

  it('what is no course structure at all is told as that', () =>
    expect(read('cmi5.xml', '<courses/>').findings.map(({ message }) => message)).toEqual([
      'it holds no <courseStructure>.',
    ]));
});

describe('a tincan.xml is judged rule by rule', () => {
  const tincan = `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
    <activity id="https://example.org/a" type="http://adlnet.gov/expapi/activities/course"><name>A</name><launch lang="en">a.html</launch></activity>
    <activity id="https://example.org/q" type="http://adlnet.gov/expapi/activities/question"><name>Q</name></activity></activities></tincan>`;
  const said = (from: string, to: string) =>
    read('tincan.xml', tincan.replace(from, to)).findings.map(
      ({ severity, message }) => `${severity}: ${message}`,
    );
  it.each([
    ['', '', []],
    ['tincan.xsd', 'tincan2.xsd', ['warning: its namespace is "http://projecttincan.com/tincan2.xsd".']],
    ['https://example.org/a', 'course-a', ['error: the id "course-a" of its activity is no IRI.']],
    [
      ' type="http://adlnet.gov/expapi/activities/course"',
      '',
      ['error: the type "" of activity "https://example.org/a" is no IRI.'],
    ],
    [
      'https://example.org/q',
      'https://example.org/a',
      ['error: two activities share the id "https://example.org/a".'],
    ],
    ['<name>A</name>', '', ['warning: the activity "https://example.org/a" has no name.']],
    ['<launch lang="en">a.html</launch>', '', ['error: nothing in it can be launched.']],
    [
      '<name>Q</name>',
      '<name>Q</name><launch>q.html</launch>',
      ['warning: 2 of its activities can be launched.'],
    ],
    ['tincan xmlns', 'cantin xmlns', ['error: it holds no <tincan>.']],
  ])('%s → %s', (from, to, messages) => expect(said(from, to)).toEqual(messages));
});
