/** Finds what only got another id: its words are (nearly) the same. Pure. */
import { likeness } from '../pipeline/did-you-mean.ts';

/** How alike the words of two things must be to be taken for the same thing under another id. */
const alike = 0.8;

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/**
 * Pairs what is gone with what is new, the most alike first; nothing is in two pairs.
 * @param words what a thing of either version says; empty words are like no others
 */
export function renamesAmong(
  gone: readonly string[],
  added: readonly string[],
  words: { readonly before: (id: string) => string; readonly after: (id: string) => string },
): Rename[] {
  const pairs = gone
    .flatMap((from) =>
      added.map((to) => ({ from, to, likeness: likeness(words.before(from), words.after(to)) })),
    )
    .filter((pair) => pair.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness);
  const renames: Rename[] = [];
  for (const { from, to } of pairs)
    if (!renames.some((one) => one.from === from || one.to === to)) renames.push({ from, to });
  return renames;
}
