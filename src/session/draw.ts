/** Which questions of its pool an attempt asks, and in which order. Pure: chance comes in as a seed. */

/** Groups of the pool that are drawn from evenly. */
export type Grouping = (id: string) => string;

/**
 * @param pool  ids of all questions
 * @param count how many are wanted; all of them when there are no more
 * @param group the outcome or the difficulty that a question belongs to; draws are spread evenly over the groups
 * @param met   ids asked in earlier attempts: they come last, so that a retake asks what was not seen
 * @param seed  a whole number; the same seed gives the same draw
 */
export function draw(
  pool: readonly string[],
  count: number,
  group: Grouping,
  met: readonly string[],
  seed: number,
): string[] {
  const waiting = new Map<string, string[]>();
  const fresh = shuffled(
    pool.filter((id) => !met.includes(id)),
    seed,
  );
  const known = shuffled(
    pool.filter((id) => met.includes(id)),
    seed + 1,
  );
  for (const id of [...fresh, ...known]) waiting.set(group(id), [...(waiting.get(group(id)) ?? []), id]);
  const drawn: string[] = [];
  const groups = shuffled([...waiting.keys()], seed + 2);
  while (drawn.length < Math.min(count, pool.length))
    for (const name of groups) {
      const [next, ...rest] = waiting.get(name) ?? [];
      if (next === undefined || drawn.length >= count) continue;
      drawn.push(next);
      waiting.set(name, rest);
    }
  return shuffled(drawn, seed + 3);
}

/** The same items in an order that the seed decides (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const result = [...items];
  const random = randomFrom(seed);
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}

/** A seed of any text: FNV-1a. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
