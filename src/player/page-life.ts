/** A page comes to life when it is shown first: a course of five hundred questions begins as fast as one of five. */
import type { Word } from '../locales/word.ts';
import type { Session } from '../sitting/session.ts';
import type { Kit } from './kit.ts';

/**
 * @param connectQuestions brings the questions of a page to life
 * @returns to be called with a page before it is shown; a second time it does nothing
 */
export function pageLife(
  session: Session,
  { blocks }: Kit,
  word: Word,
  connectQuestions: ((page: HTMLElement) => void) | undefined,
): (page: HTMLElement) => void {
  const alive = new Set<Element>();
  const wake = (block: HTMLElement) => {
    if (alive.has(block)) return;
    alive.add(block);
    const id = block.dataset.id ?? '';
    const keep = (text: string) => session.happen({ type: 'text-written', block: id, text });
    blocks[block.dataset.block ?? '']?.(block, session.state().texts[id] ?? '', keep, word);
  };
  return (page) => {
    if (alive.has(page)) return;
    alive.add(page);
    page.querySelectorAll<HTMLElement>('[data-block]').forEach(wake);
    // A term opens its definition beside it, wherever that stands.
    for (const { hash } of page.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const block = document.getElementById(hash.slice(1))?.closest<HTMLElement>('[data-block]');
      if (block) wake(block);
    }
    connectQuestions?.(page);
  };
}
