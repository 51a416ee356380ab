/** Pages that are not open yet: every way to them says why and what opens them. */
import { type PageOutline, pageTitle } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { lockedBy } from '../session/locks.ts';
import type { Session } from '../sitting/session.ts';
import { showNotice } from './notice.ts';

export interface Locks {
  isLocked(page: string): boolean;
  /** Says why a page does not open, and offers the one that opens it; false where it is open. */
  refuse(page: string): boolean;
  /** Another page is on the screen, and the buttons that turn pages lead elsewhere. */
  turned(): void;
}

/** @param show opens a page */
export function connectLocks(
  document: Document,
  { outline, state, listen }: Session,
  word: Word,
  show: (page: string, focus: boolean) => void,
): Locks {
  const next = document.querySelector<HTMLButtonElement>('[data-turn="next"]');
  let nextTitle = '';
  const keyOf = (page: string) => (page === '' ? null : lockedBy(outline, state(), page));
  const reason = ({ title, assessment }: PageOutline) =>
    word(assessment ? 'lock.take' : 'lock.read', { title });
  const mark = (control: HTMLElement, page: string, title: string) => {
    const key = keyOf(page);
    const said = key ? reason(key) : title;
    if (control.title !== said) control.title = said;
    if (key) control.setAttribute('aria-disabled', 'true');
    else control.removeAttribute('aria-disabled');
  };
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const page = outline.lessons.flatMap(({ pages }) => pages).find(({ id }) => id === pageOf(target));
    return page ? [{ link, page: page.id, title: link.title }] : [];
  });
  const update = () => {
    for (const { link, page, title } of links) mark(link, page, title);
    if (next) mark(next, next.value, nextTitle);
  };
  listen(({ type }) => {
    if (type !== 'ticked' && type !== 'active') update();
  });
  return {
    isLocked: (page) => keyOf(page) !== null,
    turned() {
      nextTitle = next?.title ?? '';
      update();
    },
    refuse(page) {
      const key = keyOf(page);
      if (!key) return false;
      showNotice(document, `${pageTitle(outline, page)}: ${reason(key)}`, word('lock.go'), () => {
        document.querySelector('.notice')?.remove();
        show(key.id, true);
      });
      // A link of the drawer went out of sight with it: the focus would be nowhere.
      if (!document.activeElement?.getClientRects().length)
        document.querySelector<HTMLElement>('.notice button')?.focus();
      return true;
    },
  };
}

function pageOf(target: Element | null): string | undefined {
  return target?.closest('.page')?.id;
}
