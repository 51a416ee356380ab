/** Whether a course that is opened again shows what was shown before. Pure. */
import type { PlayedLaunch } from '../inspect/played.ts';

/** Above this two screens are the same but for clocks and counters. */
const same = 0.75;

/**
 * @param first  screen of the first sitting
 * @param last   screen when it ended
 * @param again  screens right after it was opened again
 * @param isGiven whether the LMS gave it data of its own back
 */
export function resumes(
  first: string,
  last: string,
  again: readonly string[],
  isGiven: boolean,
): PlayedLaunch['resumes'] {
  if (first === '' || likeness(first, last) > 0.95) return 'one-screen';
  const best = (wanted: string) => Math.max(0, ...again.map((screen) => likeness(screen, wanted)));
  if (best(last) >= same) return 'same-place';
  return isGiven ? 'data-only' : 'from-the-start';
}

/** 0 for nothing in common, 1 for the same words. */
export function likeness(one: string, other: string): number {
  const [a, b] = [counted(one), counted(other)];
  let [common, all] = [0, 0];
  for (const word of new Set([...a.keys(), ...b.keys()])) {
    const [in1, in2] = [a.get(word) ?? 0, b.get(word) ?? 0];
    common += Math.min(in1, in2);
    all += Math.max(in1, in2);
  }
  return all === 0 ? 1 : common / all;
}

function counted(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{Script=Han}|[\p{L}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}
