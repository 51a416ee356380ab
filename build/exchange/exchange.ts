/** Questions on their way between item banks and other tools' files: what came over, and what there is to say of it. */
import type { Question } from '../../src/course/block.ts';
import type { Remark } from '../import/report.ts';

export interface TakenQuestions {
  readonly questions: readonly Question[];
  readonly remarks: readonly Remark[];
}

/** What an export could not say in the other's words; the question itself is always in the file. */
export interface Unsaid {
  readonly id: string;
  readonly message: string;
}

/** Ids that are unique and fit a course, from whatever the source calls its questions. */
export function idMaker(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const letters = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '');
    const base = letters.slice(0, 56).replace(/-+$/, '').replace(/^cw-/, '') || 'question';
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    return id;
  };
}

/** The marks of a list: a, b, c … then digits. */
export function markAt(index: number): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'[index] ?? 'z';
}
