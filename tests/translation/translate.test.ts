import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { translate } from '../../build/commands/translate.ts';

let base: string;
const path = (name: string) => join(base, name);
const french = () => readFile(path('course/translations/fr.xlf'), 'utf8');
const edit = async (name: string, from: string, to: string) => {
  const text = await readFile(path(name), 'utf8');
  expect(text).toContain(from);
  await writeFile(path(name), text.replace(from, to));
};
const write = (...taken: string[]) => translate(base, 'course', [], taken);

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'coursewright-'));
  await cp(join(import.meta.dirname, '../fixtures/languages'), path('course'), { recursive: true });
});

it('keeps what is translated, marks what changed, and shows the translator what it was before', async () => {
  const before = await french();
  await write();
  expect(await french()).toBe(before);
  await edit('course/course.json', 'Filter what is not clear.', 'Filter all that is not clear.');
  const { out } = await write();
  expect(out[0]).toContain('fr.xlf  25 texts: 20 translated, 1 outdated, 4 missing');
  const after = await french();
  expect(after).toContain(
    [
      '<source>Filter all that is not clear.</source>',
      '<target state="needs-review-translation">Filtrez ce qui est trouble.</target>',
      '<alt-trans alttranstype="previous-version">',
      '  <source>Filter what is not clear.</source>',
      '  <target>Filtrez ce qui est trouble.</target>',
      '</alt-trans>',
    ].join('\n          '),
  );
  // It stays so until somebody has looked at it.
  await write();
  expect(await french()).toBe(after);
});

it('takes a file back, whatever part of the course it holds, and leaves the rest as it is', async () => {
  const sent = `<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u" name="water-test/text.text~18642463">
    <segment><source>One question.</source><target>Une question.</target></segment></unit></file></xliff>`;
  await writeFile(path('sent.xlf'), sent);
  const { code, out } = await write('sent.xlf');
  expect({ code, out }).toEqual({
    code: 0,
    out: ['course/translations/fr.xlf  25 texts: 22 translated, 0 outdated, 3 missing'],
  });
  expect(await french()).toContain('<target state="translated">Une question.</target>');
});

it.each([
  ['[le filtre](#filter)', 'le filtre', 'the link to "#filter" of the source is lost.'],
  ['**une minute**', 'une minute', 'the source has 1 of *emphasis* and **strong**, the translation 0.'],
  ['bouillir [[1]] une', 'bouillir une', 'the gap [[1]] of the source is lost.'],
  ['target-language="fr"', 'target-language="de"', 'this file translates to "de".'],
  ['source-language="en"', 'source-language="es"', 'this file translates from "es".'],
  ['</body>', '', 'this is not well-formed XML: </file> stands where <body> has to end.'],
])('takes nothing back where %s became "%s"', async (from, to, message) => {
  const before = await french();
  await writeFile(path('sent.xlf'), before.replace(from, to));
  const { code, out, err } = await write('sent.xlf');
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err[0]).toMatch(/^sent\.xlf:\d+:\d+: error: /);
  expect(err.join('\n')).toContain(message);
  expect(await french()).toBe(before);
});

it('tells what a file holds that the course does not', async () => {
  await writeFile(
    path('sent.xlf'),
    (await french()).replace(
      '</group>',
      '<trans-unit id="gone"><source>No text of this course</source><target>Rien</target></trans-unit></group>',
    ),
  );
  const { code, err } = await write('sent.xlf');
  expect(code).toBe(0);
  expect(err[0]).toMatch(/^sent\.xlf:\d+:\d+: warning: "gone" is no text of this course\./);
});

it('says what to do where the course names no such language', async () => {
  await expect(translate(base, 'course', ['de'], [])).rejects.toThrow(
    '"de" is not among the translations of course.json, which are "fr", "ar".',
  );
  await edit('course/course.json', '"translations": ["fr", "ar"],', '');
  await expect(write()).rejects.toThrow('"translations": ["fr"]');
});
