import { describe, expect, it } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { createSearch } from '../../src/search/search.ts';
import { termsOf } from '../../src/search/words.ts';

const found = (language: string, text: string, query: string) => {
  const search = createSearch([{ page: 'one', text, isTitle: false }], language);
  return search(query).map(({ marks }) => marks.map(([start, end]) => text.slice(start, end)))[0];
};

it.each([
  ['Égalité', 'egalite'],
  ['cœur', 'coeur'],
  ['Straße', 'strasse'],
  ['niños', 'ninos'],
  ['Ёлка', 'елка'],
  ['أُمَّـــة', 'امه'],
  ['إلى آخر', 'الي اخر'],
  ['١٣٢٥', '1325'],
  ['ＵＮ', 'un'],
])('%s is folded to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

describe('a search finds', () => {
  it.each([
    ['en', 'Peacekeepers keep the peace.', 'peace', ['Peacekeepers', 'peace']],
    ['en', 'The mission’s mandate', 'mission mandate', ['mission', 'mandate']],
    ['fr', 'L’égalité des sexes', 'egalite', ['égalité']],
    ['fr', 'Les œuvres', 'oeuvre', ['œuvres']],
    ['es', 'La acción de las mujeres', 'accion mujer', ['acción', 'mujeres']],
    ['ru', 'Ещё одна женщина-миротворец', 'еще миротворец', ['Ещё', 'миротворец']],
    ['ar', 'تُسهم المَرأةُ في حفظ السلام', 'مراه', ['المَرأةُ']],
    ['ar', 'تُسهم المرأة في حفظ السلام وبالسلام', 'سلام', ['السلام', 'وبالسلام']],
    ['ar', 'الأمـــن والسلم', 'أمن', ['الأمـــن']],
    ['zh', '妇女、和平与安全', '妇女和平', ['妇女', '和平']],
    ['zh', '联合国维持和平行动', '和平', ['和平']],
    ['zh', '第1325号决议', '1325', ['1325']],
  ])('in %s: “%s” for “%s”', (language, text, query, marked) => {
    expect(found(language, text, query)).toEqual(marked);
  });

  it('nothing that lacks a word of the query, and nothing inside a word', () => {
    expect(found('en', 'Women and peace', 'peace war')).toBeUndefined();
    expect(found('en', 'Women', 'omen')).toBeUndefined();
    expect(found('zh', '和平', '平和')).toBeUndefined();
    expect(found('en', 'Anything', ' .,! ')).toBeUndefined();
  });

  it('titles first, then whole words, and takes words of the title for words of the page', () => {
    const passage = (page: string, text: string, isTitle = false) => ({ page, text, isTitle });
    const search = createSearch(
      [
        passage('one', 'Valves', true),
        passage('one', 'A gate valve opens slowly.'),
        passage('two', 'Pumps', true),
        passage('two', 'Valves of a pump.'),
        passage('two', 'A valve is a valve.'),
      ],
      'en',
    );
    expect(search('valve').map(({ passage }) => passage.text)).toEqual([
      'Valves',
      'A valve is a valve.',
      'A gate valve opens slowly.',
      'Valves of a pump.',
    ]);
    expect(search('pumps valve').map(({ passage }) => passage.text)).toEqual([
      'A valve is a valve.',
      'Valves of a pump.',
    ]);
  });
});

it('parts what is not spaced into words, and leaves the rest alone', () => {
  expect(termsOf('UN 维持和平 1325', 'zh').flat(1).length).toBeGreaterThan(4);
  expect(termsOf('gender equality', 'en')).toEqual([['gender'], ['equality']]);
  expect(termsOf('', 'en')).toEqual([]);
});
