/** Chance with a seed: the same seed takes the same way. */
export interface Random {
  /** A whole number from 0 up to, but not including, `below`. */
  below(below: number): number;
  /** True so often. @param share 0 to 1 */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** The first of a pair by the weight that is its second. */
  weighed<Item>(items: readonly (readonly [Item, number])[]): Item;
}

/** A linear congruential generator with the constants of Numerical Recipes; the high bits are the good ones. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed, 2_654_435_761) + 1) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 0x100_0000;
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(next() * items.length)] as Item;
  };
  return {
    below: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick,
    weighed(items) {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return (items.at(-1) as (typeof items)[number])[0];
    },
  };
}
