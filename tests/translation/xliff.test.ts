import { expect, it } from 'vitest';
import { attributeOf, elementsNamed, parseXml } from '../../build/inspect/markup.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { matchUnits } from '../../build/pipeline/translation/match-units.ts';
import { readXliff, type Xliff } from '../../build/pipeline/translation/read-xliff.ts';
import { segmentsOf } from '../../build/pipeline/translation/segments.ts';
import { writeXliff } from '../../build/pipeline/translation/write-xliff.ts';
import { courseFolder } from '../documents/made.ts';

const two = (segments: string) => `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">
  <file id="f1"><group id="g1"><unit id="u1" name="title">${segments}</unit></group></file>
</xliff>`;
const read = (text: string) => readXliff(text) as Xliff;

it('writes a file that reads as it was, and that another reader of XML takes for the same', async () => {
  const parsed = parseCourse(await courseFolder('tests/fixtures/languages'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [french] = parsed.translations;
  const text = writeXliff(parsed.course, 'fr', french?.matches ?? []);
  const { sourceLanguage, targetLanguage, units } = read(text);
  expect([sourceLanguage, targetLanguage]).toEqual(['en', 'fr']);
  expect(units.map(({ id, source }) => [id, source])).toEqual(
    segmentsOf(parsed.course, parsed.types).map(({ id, source }) => [id, source]),
  );
  expect(matchUnits(segmentsOf(parsed.course, parsed.types), units).map(({ is }) => is)).toEqual(
    french?.matches.map(({ is }) => is),
  );
  const byOther = elementsNamed(parseXml(text), 'trans-unit').map((one) => attributeOf(one, 'id'));
  expect(byOther).toEqual(units.map(({ id }) => id));
  expect(text).toContain('maxwidth="200" size-unit="char"');
  expect(text).toContain('For trainers, not for learners.');
  expect(writeXliff(parsed.course, 'fr', french?.matches ?? [])).toBe(text);
});

it('reads XLIFF 2, whose units may be cut into sentences', () => {
  const cut = two(
    '<segment state="final"><source>One. </source><target>Un. </target></segment><ignorable><source> </source></ignorable>' +
      '<segment state="translated"><source>Two.</source><target>Deux.</target></segment>',
  );
  expect(read(cut)).toMatchObject({ sourceLanguage: 'en', targetLanguage: 'fr' });
  expect(read(cut).units[0]).toMatchObject({ id: 'title', source: 'One.  Two.', target: 'Un.  Deux.' });
  const half = two(
    '<segment><source>One.</source><target>Un.</target></segment><segment><source>Two.</source></segment>',
  );
  expect(read(half).units[0]?.target).toBe('');
});

it('takes words inside the marks of tools, characters by number, and CDATA', () => {
  const unit = (target: string) =>
    `<xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit id="a"><source>A &amp; b</source>${target}</trans-unit></body></file></xliff>`;
  expect(
    read(unit('<target>A <mrk mtype="seg">et</mrk> b&#233;<![CDATA[<c>]]></target>')).units[0],
  ).toMatchObject({
    source: 'A & b',
    target: 'A et bé<c>',
  });
  expect(read(unit('<target state="new">A &amp; b</target>')).units[0]?.target).toBe('');
  expect(read(unit('<target state="needs-review-translation">B</target>')).units[0]?.isUnsure).toBe(true);
});

it.each([
  ['<xliff version="1.2"><file></xliff>', 27, '</xliff> stands where <file> has to end.'],
  ['<xliff version="1.2"><a b="1" b="2"/></xliff>', 29, '"b" stands in <a> twice.'],
  ['<xliff version="1.2">&copy;</xliff>', 21, '"&copy;" is no character of XML'],
  ['<xliff version="1.2">fish & chips</xliff>', 26, '"&" is no character of XML'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', 0, 'a document type stands here'],
  ['<xliff version="1.2">', 0, '<xliff> does not end.'],
  ['', 0, 'there is no element in this file.'],
  ['<xliff version="1.2"/><b/>', 22, 'a second document begins here.'],
  ['<xliff version="3.0"/>', 0, 'this is XLIFF 3.0.'],
])('tells where %s is not what it has to be', (text, offset, message) => {
  expect(readXliff(text)).toMatchObject({ offset, message: expect.stringContaining(message) });
});
