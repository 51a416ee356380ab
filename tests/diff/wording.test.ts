import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../build/diff/course-document.ts';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { renderPlain } from '../../build/pipeline/markdown.ts';
import type { Question } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { courseOf, unzipped } from '../contracts/course-of.ts';

const src = join(import.meta.dirname, '../../src');

/** The lists of a question in which things with marks of their own stand. */
const lists = ['options', 'items', 'targets', 'statements', 'groups', 'areas', 'scale'];

describe('the words of a package', () => {
  it.each(Object.keys(questionTypes))(
    'hold what can be chosen in a question of the type "%s"',
    async (type) => {
      const question: Question = JSON.parse(
        await readFile(join(src, 'questions', type, 'example.json'), 'utf8'),
      );
      const blocks = [{ type: 'knowledge-check', question }];
      const built = await buildPackage(courseOf({ blocks }), scorm12);
      if (!built.ok) throw new Error(JSON.stringify(built.problems));
      const wording = readDocument('index.html', unzipped(built.files, 'index.html'))?.wording;
      const found = wording?.questions.get(question.id);
      expect(found?.prompt).toBe(renderPlain(question.prompt));
      const said = [...(found?.marks.values() ?? [])];
      for (const text of textsIn(question)) expect(said).toContain(renderPlain(text));
    },
  );

  it('hold what a place for own words asks', async () => {
    const block = { type: 'reflection', id: 'think', prompt: 'Where did you **meet** it?', maxLength: 50 };
    const built = await buildPackage(courseOf({ blocks: [block] }), scorm12);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const wording = readDocument('index.html', unzipped(built.files, 'index.html'))?.wording;
    expect([...(wording?.texts ?? [])]).toEqual([['think', 'Where did you meet it?']]);
  });
});

function textsIn(question: object): string[] {
  const fields = question as Readonly<Record<string, readonly { text?: string; title?: string }[]>>;
  const own = lists.flatMap((list) => fields[list] ?? []).map((one) => one.text ?? one.title ?? '');
  const scenes = (fields.scenes ?? []) as readonly { choices?: readonly { text: string }[] }[];
  return [...own, ...scenes.flatMap(({ choices = [] }) => choices.map(({ text }) => text))];
}
