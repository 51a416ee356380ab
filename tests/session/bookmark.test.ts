import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBookmark, encodeBookmark } from '../../src/session/bookmark.ts';
import { fullestBookmark } from '../../src/session/fullest.ts';
import { noProgress, type Progress } from '../../src/session/state.ts';
import { anOutline } from './an-outline.ts';

const outline = anOutline();
const questions = Object.keys(outline.questions);

const share = fc.nat(1_000_000).map((one) => one / 1_000_000);

const progress: fc.Arbitrary<Progress> = fc.record({
  page: fc.constantFrom('', 'one', 'two', 'check'),
  seen: fc.subarray(['one', 'two', 'check']),
  marked: fc.subarray(['one', 'two', 'check']),
  answers: fc.dictionary(
    fc.constantFrom(...questions),
    fc.record({
      response: fc.uniqueArray(
        fc.oneof(fc.constantFrom('a', 'b', '1a', '2b'), fc.string({ minLength: 1, maxLength: 20 })),
      ),
      tries: fc.nat(99),
      isFinal: fc.boolean(),
    }),
  ),
  texts: fc.dictionary(
    fc.constantFrom('think'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
  ),
  attempts: fc.dictionary(
    fc.constantFrom('check'),
    fc.record({
      number: fc.nat(99),
      isSubmitted: fc.boolean(),
      begunAt: fc.nat(4_000_000_000).map((seconds) => seconds * 1000),
      timeFactor: fc.constantFrom(1, 1.5, 2, 3, 10),
      drawn: fc.shuffledSubarray(['q-one', 'q-two']),
      met: fc.subarray(['q-one', 'q-two']),
      counted: fc.option(fc.record({ share, outcomes: fc.dictionary(fc.constantFrom('know'), share) })),
    }),
  ),
  time: fc.dictionary(
    fc.constantFrom('lesson'),
    fc.nat(9999 * 3600).map((seconds) => seconds * 1000),
  ),
});

describe('a bookmark', () => {
  it('brings back all that was in it', () => {
    fc.assert(
      fc.property(progress, fc.nat(), (given, savedAt) => {
        const text = encodeBookmark(outline, { progress: given, savedAt }, 100_000);
        expect(text).toMatch(/^[!-~]*$/);
        expect(decodeBookmark(outline, text)).toEqual({
          progress: { ...given, seen: [...given.seen] },
          savedAt,
        });
      }),
    );
  });

  it('reads as it did before pages could be marked where none is', () => {
    const text = encodeBookmark(outline, { progress: { ...noProgress, seen: ['one'] }, savedAt: 1 }, 4096);
    expect(text.split('.')[4]).toBe('AQ');
    expect(decodeBookmark(outline, text)?.progress).toMatchObject({ seen: ['one'], marked: [] });
  });

  it('is never longer than the LMS keeps, and gives up words before answers', () => {
    fc.assert(
      fc.property(progress, fc.integer({ min: 60, max: 400 }), (given, limit) => {
        const text = encodeBookmark(outline, { progress: given, savedAt: 1 }, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        if (text !== '') expect(decodeBookmark(outline, text)?.progress.page).toBe(given.page);
      }),
    );
  });

  it('is read as nothing when it was cut, changed or made by another tool', () => {
    const whole = encodeBookmark(
      outline,
      { progress: { ...noProgress, page: 'two', seen: ['one'], texts: { think: 'long' } }, savedAt: 1 },
      4096,
    );
    for (const text of ['', 'undefined', '{"page":3}', `1${whole.slice(1)}`, `${whole}.x`])
      expect(decodeBookmark(outline, text), text).toBeNull();
    for (let length = 0; length < whole.length; length++)
      expect(decodeBookmark(outline, whole.slice(0, length))).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => decodeBookmark(outline, text) === null));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const changed = whole.slice(0, at) + character + whole.slice(at + 1);
        expect(decodeBookmark(outline, changed) === null).toBe(changed !== whole);
      }),
    );
  });

  it('of another course, or of one whose ledger was written anew, is not read with its places shifted', () => {
    const text = encodeBookmark(outline, { progress: { ...noProgress, page: 'two' }, savedAt: 1 }, 4096);
    expect(decodeBookmark({ ...outline, id: 'other' }, text)).toBeNull();
    expect(decodeBookmark({ ...outline, ledger: [...outline.ledger].reverse() }, text)).toBeNull();
    expect(decodeBookmark({ ...outline, ledger: outline.ledger.slice(0, -1) }, text)).toBeNull();
  });

  it('is as long as the builder said at the very most', () => {
    const fullest = { 'q-one': ['a'], 'q-two': ['a', 'b', 'c'], 'q-sort': ['1a', '2b'] };
    const most = fullestBookmark(outline, fullest);
    fc.assert(
      fc.property(progress, (given) => {
        const answers = Object.fromEntries(
          Object.entries(given.answers).map(([id, answer]) => [
            id,
            { ...answer, response: fullest[id as keyof typeof fullest] },
          ]),
        );
        const text = encodeBookmark(
          outline,
          { progress: { ...given, answers }, savedAt: 0xffff_ffff },
          100_000,
        );
        expect(text.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
