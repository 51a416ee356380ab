import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readText } from '../../build/pipeline/read-text.ts';

const read = (text: string) => readText(new TextEncoder().encode(text), true);
const parts = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  '"a"',
  '1',
  '-',
  '.',
  'e',
  'true',
  'null',
  ' ',
  '\n',
  '\\',
  '/',
];

it('tells a mistake wherever the engine finds one, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...parts, '\u00a0', '\u2028', '\u0001', '0', 'u'), { maxLength: 8 }),
      (text) => {
        const isRight = (() => {
          try {
            JSON.parse(text.join(''));
            return true;
          } catch {
            return false;
          }
        })();
        expect(read(text.join('')).mistakes.length === 0).toBe(isRight);
      },
    ),
    { numRuns: 5000 },
  );
});

it('says the same as the engine, knows keys that stand twice, and where each part stands', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { value, hasTwins } = read(text);
      expect(value).toEqual(JSON.parse(text));
      expect(hasTwins).toBe(false);
    }),
  );
  const { hasTwins, root } = read('{ "a:b": { "c": 1, "c": 2 }, "d": ":" }');
  expect(hasTwins).toBe(true);
  expect(root?.children?.[1]?.offset).toBe(29);
});
