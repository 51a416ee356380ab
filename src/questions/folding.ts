/** When a typed answer is the same as an accepted one. Pure. */

/** What the author wants to be told apart; nothing when left out. */
export interface Folding {
  readonly caseSensitive?: boolean;
  readonly accentSensitive?: boolean;
}

/** Whether the text is one of the accepted answers. Spaces around and between words never matter. */
export function isAccepted(text: string, accepted: readonly string[], folding: Folding): boolean {
  const typed = folded(text, folding);
  return typed !== '' && accepted.some((one) => folded(one, folding) === typed);
}

/** Most characters of an answer: twice the longest that is accepted, and room for a word at least. */
export function roomFor(accepted: readonly string[]): number {
  return Math.max(20, ...accepted.map((one) => one.length * 2));
}

/** The most that a learner can type: U+FFFD takes as many bytes as any character that one keystroke makes. */
export function longestText(length: number): string {
  return '\uFFFD'.repeat(length);
}

function folded(text: string, { caseSensitive, accentSensitive }: Folding): string {
  const spaced = text.normalize('NFKC').trim().replace(/\s+/gu, ' ').replace(/[’‘]/g, "'");
  const cased = caseSensitive ? spaced : spaced.toLowerCase();
  return accentSensitive ? cased : cased.normalize('NFD').replace(/\p{M}/gu, '');
}
