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
  /** Whether it is the first time that this is met. */
  const isNew = (element: Element) => !alive.has(element) && alive.add(element);
  return (page) => {
    if (!isNew(page)) return;
    // A term opens its definition beside it, wherever that stands: what a page links to comes to life with it.
    for (const part of page.querySelectorAll<HTMLElement & { hash?: string }>('[data-block], a[href^="#"]')) {
      const target = part.hash ? document.getElementById(part.hash.slice(1)) : part;
      const block = target?.closest<HTMLElement>('[data-block]');
      if (!block || !isNew(block)) continue;
      const { id = '', block: type = '' } = block.dataset;
      const keep = (text: string) => session.happen({ type: 'text-written', block: id, text });
      blocks[type]?.(block, session.state().texts[id] ?? '', keep, word);
    }
    connectQuestions?.(page);
  };
}
