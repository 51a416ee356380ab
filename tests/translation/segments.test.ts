import { expect, it } from 'vitest';
import { matchUnits } from '../../build/pipeline/translation/match-units.ts';
import { aUnit, segmentsWith } from './a-course.ts';

const one = { type: 'text', text: 'Boil the water for one minute, and let it cool.' };
const two = { type: 'text', text: 'Filter what is not clear.' };
const named = { type: 'text', id: 'named', text: 'This block has an id.' };
const ids = (blocks: readonly object[]) =>
  new Map(segmentsWith(blocks).map(({ id, source }) => [source, id]));

it('names a text by the ids of the course, and what has none by its place and its words', () => {
  const known = ids([one, named]);
  expect(known.get('This block has an id.')).toBe('named/text');
  expect(known.get(one.text)).toMatch(/^one\/text\.text~[0-9a-f]{8}$/);
  expect(known.get('Small')).toBe('title');
  expect(known.get('Know it.')).toBe('know/text');
});

it('keeps the id of what is moved, and of what stands beside something new', () => {
  const [before, after] = [ids([one, two]), ids([two, { type: 'text', text: 'New.' }, one])];
  for (const { text } of [one, two]) expect(after.get(text)).toBe(before.get(text));
});

it('takes a list of answers for one text, because languages differ in how many there are', () => {
  const question = {
    type: 'knowledge-check',
    question: { type: 'fill-in', id: 'q', prompt: 'What?', accepted: ['water', 'the water'] },
  };
  expect(segmentsWith([question]).find(({ id }) => id === 'q/accepted')).toMatchObject({
    source: 'water\nthe water',
    kind: 'answer',
  });
});

it('finds a translation by its words wherever they went, by likeness where they were mended, and by nothing else', () => {
  const segments = segmentsWith([two, { ...one, text: 'Boil the water for two minutes, and let it cool.' }]);
  const place = 'one/text.text';
  const units = [
    aUnit(`${place}~00000000`, one.text, 'Faites bouillir.'),
    aUnit('another-page/text.text~11111111', two.text, 'Filtrez.'),
    aUnit(`${place}~22222222`, 'Something that is not in the course any more.', 'Autre chose.'),
  ];
  const found = matchUnits(segments, units).filter(({ segment }) => segment.place === place);
  expect(found.map(({ is, unit }) => [is, unit?.target])).toEqual([
    ['translated', 'Filtrez.'],
    ['outdated', 'Faites bouillir.'],
  ]);
});

it('does not show what was translated of a text that was rewritten under the same id', () => {
  const segments = segmentsWith([named]);
  const unit = aUnit('named/text', 'Quite another matter was told here before.', 'Tout autre chose.');
  const match = matchUnits(segments, [unit]).find(({ segment }) => segment.id === 'named/text');
  expect(match).toMatchObject({ is: 'missing', unit });
});
