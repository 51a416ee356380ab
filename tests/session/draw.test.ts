import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, shuffled } from '../../src/session/draw.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-d][0-9]{1,2}$/), { minLength: 1, maxLength: 30 });
const byLetter = (id: string) => id[0] ?? '';
const countBy = (list: readonly string[], letter: string) =>
  list.filter((id) => byLetter(id) === letter).length;

describe('a draw', () => {
  it('asks as many as wanted, none twice, all from the pool, the same for the same seed', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 40 }), fc.nat(), (pool, count, seed) => {
        const drawn = draw(pool, count, byLetter, [], seed);
        expect(drawn).toHaveLength(Math.min(count, pool.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(pool).toEqual(expect.arrayContaining(drawn));
        expect(draw(pool, count, byLetter, [], seed)).toEqual(drawn);
      }),
    );
  });

  it('is spread evenly over the groups: no group is behind another by more than one while it has more', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 30 }), fc.nat(), (pool, count, seed) => {
        const drawn = draw(pool, count, byLetter, [], seed);
        const letters = [...new Set(pool.map(byLetter))];
        for (const one of letters)
          for (const other of letters)
            if (countBy(drawn, one) < countBy(pool, one))
              expect(countBy(drawn, other) - countBy(drawn, one)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('prefers what was not met: nothing is asked again while its group has something new', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 30 }), fc.nat(), (pool, count, seed) => {
        const first = draw(pool, count, byLetter, [], seed);
        const second = draw(pool, count, byLetter, first, seed + 9);
        for (const letter of new Set(pool.map(byLetter))) {
          const fresh = pool.filter((id) => byLetter(id) === letter && !first.includes(id));
          const own = second.filter((id) => byLetter(id) === letter);
          if (own.some((id) => first.includes(id))) expect(own).toEqual(expect.arrayContaining(fresh));
        }
      }),
    );
  });
});

it('shuffles without losing anything, and differently for another seed', () => {
  const items = Array.from({ length: 20 }, (_, index) => index);
  expect([...shuffled(items, 1)].sort((a, b) => a - b)).toEqual(items);
  expect(shuffled(items, 1)).not.toEqual(shuffled(items, 2));
});
