/** The order in which things to be put in order are shown at first. Pure. */

/**
 * The same for every learner, so that the document reads the same with and without a script, and never the right
 * one: who changes nothing has not answered.
 */
export function scramble<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  const half = Math.ceil(items.length / 2);
  const [front, back] = [items.slice(0, half), items.slice(half)].map((part) => part.reverse());
  return (back ?? [])
    .flatMap((item, index) => [item, ...(front?.slice(index, index + 1) ?? [])])
    .concat(front?.slice(back?.length ?? 0) ?? []);
}
