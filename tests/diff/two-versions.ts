/** A course, and the same after an edit, both built; the new one with the ledger that the old one left. */
import { comparePackages, type PlacedChange } from '../../build/diff/compare-packages.ts';
import { type PackageFacts, packageFacts } from '../../build/diff/package-facts.ts';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { ledgerText } from '../../build/pipeline/course-ledger.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Ledger } from '../../src/course/ledger.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Format } from '../../src/formats/format.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';

/** Loosely typed: an edit may do to it what an author may do to a file. */
// biome-ignore lint/suspicious/noExplicitAny: the course of a test is edited as JSON, and checked when it is built
export type Draft = any;

export function aDraft(): Draft {
  const option = (id: string, text: string, correct = false) => ({ id, text, ...(correct && { correct }) });
  const question = (id: string, prompt: string) => ({
    type: 'single-choice',
    id,
    prompt,
    outcome: 'know',
    options: [
      option('a', 'The inlet valve', true),
      option('b', 'The outlet valve'),
      option('c', 'The drain'),
    ],
  });
  return {
    id: 'pump',
    iri: 'https://example.org/courses/pump',
    title: 'The pump',
    description: 'How to start the pump.',
    language: 'en',
    version: '1.0.0',
    aim: 'To start the pump.',
    passMark: 80,
    outcomes: [
      { id: 'know', text: 'Know the pump.' },
      { id: 'care', text: 'Care for the filter.' },
    ],
    lessons: [
      {
        id: 'reading',
        title: 'Reading about it',
        pages: [
          { id: 'before', title: 'Before you start', minutes: 1, blocks: [{ type: 'text', text: 'Wait.' }] },
          {
            id: 'parts',
            title: 'The parts of it',
            minutes: 2,
            blocks: [
              {
                type: 'knowledge-check',
                question: { ...question('q-first', 'What is closed first of all?'), tries: 3 },
              },
              { type: 'reflection', id: 'think', prompt: 'Where did you meet pressure?', maxLength: 200 },
            ],
          },
        ],
      },
      {
        id: 'doing',
        title: 'Doing it',
        pages: [
          {
            id: 'check',
            title: 'Check what you know',
            minutes: 3,
            blocks: [],
            assessment: {
              attempts: 3,
              minutes: 20,
              draw: 2,
              questions: [
                question('q-valve', 'Which valve do you close when you arrive?'),
                question('q-drain', 'What lets the water out when all is quiet?'),
                { ...question('q-filter', 'Whom do you call if the filter sings?'), outcome: 'care' },
              ],
            },
          },
        ],
      },
    ],
  };
}

export interface BuiltVersion {
  readonly facts: PackageFacts;
  readonly outline: CourseOutline;
  readonly ledger: Ledger;
}

const made = new Map<string, Promise<BuiltVersion>>();

/** Builds are pure, so the same course is built once. */
export function aVersion(draft: Draft, ledger: Ledger, format: Format = scorm12): Promise<BuiltVersion> {
  const key = JSON.stringify([draft, ledger, format.name]);
  const known = made.get(key) ?? makeVersion(draft, ledger, format);
  made.set(key, known);
  return known;
}

async function makeVersion(draft: Draft, ledger: Ledger, format: Format): Promise<BuiltVersion> {
  const text = (value: string) => new TextEncoder().encode(value);
  const files = new Map([['course.json', text(JSON.stringify(draft))]]);
  if (ledger.length > 0) files.set('ledger.json', text(ledgerText(ledger)));
  const built = await buildPackage({ name: 'course', files }, format);
  if (!built.ok) throw new Error(JSON.stringify(built.problems, null, 2));
  const facts = await packageFacts({
    name: `${draft.version}.zip`,
    bytes: (await zip(built.files)).length,
    sizes: new Map(built.files.map(({ path, content }) => [path, content.length])),
    read: async (path) => built.files.find((file) => file.path === path)?.content ?? new Uint8Array(),
  });
  const outline = facts.documents[0]?.outline;
  if (!outline) throw new Error('no document');
  return { facts, outline, ledger: built.ledger };
}

export interface TwoVersions {
  readonly before: BuiltVersion;
  readonly after: BuiltVersion;
  readonly changes: readonly PlacedChange[];
}

/** @param edit changes the new version; its number is raised unless the edit says otherwise */
export async function twoVersions(
  edit: (draft: Draft) => void,
  start: (draft: Draft) => void = () => {},
): Promise<TwoVersions> {
  const old = aDraft();
  start(old);
  const now = structuredClone(old);
  now.version = '1.1.0';
  edit(now);
  const before = await aVersion(old, []);
  const after = await aVersion(now, before.ledger);
  return { before, after, changes: comparePackages(before.facts, after.facts) };
}
