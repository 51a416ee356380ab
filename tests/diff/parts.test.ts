/** Packages of several documents: an LMS keeps a record for each. */
import { describe, expect, it } from 'vitest';
import { comparePackages } from '../../build/diff/compare-packages.ts';
import type { CourseDocument } from '../../build/diff/course-document.ts';
import type { ManifestFacts, PackageFacts } from '../../build/diff/package-facts.ts';
import type { Launch } from '../../build/inspect/finding.ts';
import { ledgerEntries } from '../../src/course/outline.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { anOutline } from '../session/an-outline.ts';

/** A lesson as a document of its own, with these pages. */
function aDocument(lesson: string, pages: readonly string[], ledger: readonly string[] = []): CourseDocument {
  const outline = {
    ...anOutline(),
    id: `pump.${lesson}`,
    questions: {},
    texts: {},
    outcomes: [],
    lessons: [
      {
        id: lesson,
        title: lesson,
        pages: pages.map((id) => ({ id, title: `Page ${id}`, minutes: 1, outcomes: [] })),
      },
    ],
  };
  const entries = [...new Set([...ledger, ...ledgerEntries(outline)])];
  return {
    path: `lesson-${lesson}.html`,
    outline: { ...outline, ledger: entries },
    wording: { questions: new Map(), texts: new Map() },
  };
}

function aPackage(documents: readonly CourseDocument[]): PackageFacts {
  const launches = documents.map(
    ({ outline, path }): Launch => ({
      ...{ id: `item-${outline.id}`, title: outline.title, href: path, path, isSilent: false },
      ...{ masteryScore: '', completionThreshold: '', moveOn: '', objectives: [] },
      resource: `sco-${outline.id}`,
    }),
  );
  const manifest: ManifestFacts = {
    ...{ path: 'imsmanifest.xml', standard: 'scorm12', edition: 'SCORM 1.2', version: '1.2' },
    ...{ identifier: '', identifiers: {}, title: 'Pump', description: '', listed: [], findings: [] },
    launches,
  };
  return { name: 'a.zip', bytes: 1, sizes: new Map(), format: scorm12, manifests: [manifest], documents };
}

const told = (before: PackageFacts, after: PackageFacts) =>
  comparePackages(before, after)
    .filter(({ kind }) => !['progress-kept', 'bookmark-length-changed', 'version-not-raised'].includes(kind))
    .map(({ kind, id, severity, document }) => `${kind} ${id} ${severity} ${document ?? ''}`.trim());

describe('an update of a course with a part for each lesson', () => {
  const one = aDocument('one', ['a', 'b']);
  const two = aDocument('two', ['c']);

  it('tells of each document what its own bookmark keeps', () => {
    const changed = aDocument('one', ['a'], one.outline.ledger);
    expect(told(aPackage([one, two]), aPackage([changed, two]))).toEqual([
      'page-removed b note lesson-one.html',
    ]);
  });

  it('loses what went from one part to another', () => {
    const less = aDocument('one', ['a'], one.outline.ledger);
    const more = aDocument('two', ['c', 'b'], two.outline.ledger);
    expect(told(aPackage([one, two]), aPackage([less, more]))).toEqual([
      'page-removed b note lesson-one.html',
      'done-no-longer pump.two warning lesson-two.html',
      'page-added b note lesson-two.html',
      'page-moved-to-another-part b loss',
    ]);
  });

  it('loses the record of a part that is gone, and tells of one that is new', () => {
    const three = aDocument('three', ['d']);
    expect(told(aPackage([one, two]), aPackage([three, one]))).toEqual([
      'unit-removed item-pump.two loss',
      'unit-added item-pump.three warning',
    ]);
  });

  it('loses everything where the parts are made one, or one is made parts', () => {
    const whole = { ...aDocument('one', ['a', 'b', 'c']), path: 'index.html' };
    const course = { ...whole, outline: { ...whole.outline, id: 'pump' } };
    expect(told(aPackage([one, two]), aPackage([course]))[0]).toBe('parts-changed pump loss');
    expect(told(aPackage([course]), aPackage([one, two]))[0]).toBe('parts-changed pump.one loss');
  });

  it('keeps every record where lessons only change places', () => {
    expect(told(aPackage([one, two]), aPackage([two, one]))).toEqual(['units-reordered  note']);
  });
});
