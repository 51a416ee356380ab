import { describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { ledgerText } from '../../build/pipeline/course-ledger.ts';
import type { Ledger } from '../../src/course/ledger.ts';
import { formats } from '../../src/formats/index.ts';
import { unzipped } from '../contracts/course-of.ts';
import { aDraft, type Draft } from '../diff/two-versions.ts';

/** Every attribute by which an LMS tells one thing from another. */
const identifiers = /\b(?:identifier|identifierref|default|objectiveID|idref|id)="([^"]*)"/g;

/** All that an author may change from one version to the next, but for ids. */
function revised(draft: Draft): Draft {
  return {
    ...draft,
    title: 'The pump, revised',
    description: 'How to start the pump, and to stop it.',
    version: '2.0.0',
    passMark: 70,
    lessons: draft.lessons.map((lesson: Draft) => ({
      ...lesson,
      title: `${lesson.title} again`,
      pages: [
        ...lesson.pages,
        {
          id: `${lesson.id}-more`,
          title: 'More',
          minutes: 1,
          blocks: [{ type: 'text', text: 'More of it.' }],
        },
      ].reverse(),
    })),
  };
}

async function manifests(
  draft: Draft,
  ledger: Ledger,
  format: (typeof formats)[keyof typeof formats],
): Promise<{ texts: Readonly<Record<string, string>>; ledger: Ledger }> {
  const text = (value: string) => new TextEncoder().encode(value);
  const files = new Map([
    ['course.json', text(JSON.stringify(draft))],
    ['ledger.json', text(ledgerText(ledger))],
  ]);
  const built = await buildPackage({ name: 'course', files }, format);
  if (!built.ok) throw new Error(JSON.stringify(built.problems, null, 2));
  const paths = format.manifests.map(({ path }) => path);
  return {
    texts: Object.fromEntries(paths.map((path) => [path, unzipped(built.files, path)])),
    ledger: built.ledger,
  };
}

describe.each(Object.values(formats))('the manifest of $name', (format) => {
  it('has the same identifiers in every version of a course', async () => {
    const first = await manifests(aDraft(), [], format);
    const second = await manifests(revised(aDraft()), first.ledger, format);
    for (const [path, text] of Object.entries(first.texts)) {
      const found = [...text.matchAll(identifiers)].map(([, id]) => id);
      expect(found.length).toBeGreaterThan(0);
      expect([...(second.texts[path] ?? '').matchAll(identifiers)].map(([, id]) => id)).toEqual(found);
      expect(second.texts[path]).not.toBe(text);
    }
  });
});
