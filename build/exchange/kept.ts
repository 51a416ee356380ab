/**
 * A question goes out twice: in the other tool's words, and whole, as JSON beside them. When it comes back and nobody
 * has changed the words, the whole one counts, so that points, hints and outcomes are not lost; else the words count.
 * Pure.
 */
import { createHash } from 'node:crypto';
import type { Question } from '../../src/course/block.ts';

/** @param words what stands in the other tool's language */
export function keep(question: Question, words: string): string {
  return `${sumOf(words)} ${JSON.stringify(question)}`;
}

/** @returns null where the words were changed, or the JSON was */
export function kept(line: string, words: string): Question | null {
  const [, sum, json = ''] = /^([0-9a-f]{12}) (\{.*\})$/s.exec(line.trim()) ?? [];
  if (sum !== sumOf(words)) return null;
  try {
    return JSON.parse(json) as Question;
  } catch {
    return null;
  }
}

/** Space at the ends and between lines is nobody's change. */
function sumOf(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, 12);
}
