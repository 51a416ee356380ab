/** One page on the screen at a time; the others wait in the same document. */
import { outlinePages, pageTitle } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import type { Session } from '../sitting/session.ts';
import { connectLocks } from './locks.ts';
import { nextPage } from './next-page.ts';
import { fitTurns } from './turns.ts';

/** Id of the start screen's element; the session calls it the empty page. */
export const startId = 'cw-start';

export interface Pages {
  /** Shows a page; with `focus`, its heading gets the focus as after every turn. Unknown ids show the start. */
  show(page: string, focus: boolean): void;
  /** Whether a page opens: where the course has an order, not all of them do. */
  isOpen(page: string): boolean;
}

/** @param bringToLife is called with each page before it is shown */
export function createPages(
  document: Document,
  session: Session,
  word: Word,
  bringToLife: (page: HTMLElement) => void,
): Pages {
  const { outline } = session;
  const order = ['', ...outlinePages(outline).map((page) => page.id)];
  const elementOf = (page: string) => document.getElementById(page || startId);
  const previous = document.querySelector<HTMLButtonElement>('[data-turn="previous"]');
  const next = document.querySelector<HTMLButtonElement>('[data-turn="next"]');

  let shown = session.state().page;
  const show = (wanted: string, focus: boolean) => {
    const page = order.includes(wanted) && elementOf(wanted) ? wanted : '';
    if (!import.meta.isFree && locks?.refuse(page)) return;
    const element = elementOf(page) as HTMLElement;
    bringToLife(element);
    document.querySelector('[data-shown]')?.removeAttribute('data-shown');
    element.setAttribute('data-shown', '');
    element.removeAttribute('aria-hidden');
    const place = order.indexOf(page);
    label(previous, order[place - 1], 'nav.previousIs');
    label(next, order[place + 1], 'nav.nextIs');
    // What it means for the record and for what stands around the page waits until the page is on the screen.
    const turn = { type: 'page-shown', page } as const;
    // The way on from a lesson comes with its last page, not after it.
    if (!import.meta.isOneSco && page !== shown && place === order.length - 1) session.happen(turn);
    else if (page !== shown) session.happenSoon(turn, (act) => requestAnimationFrame(() => setTimeout(act)));
    shown = page;
    if (!import.meta.isFree) locks?.turned();
    document.body.dataset.page = page === '' ? 'start' : 'page';
    if (!import.meta.asksNothing) fitTurns(element);
    document.title = page === '' ? outline.title : `${pageTitle(outline, page)} · ${outline.title}`;
    getReady();
    if (!focus) return;
    document.scrollingElement?.scrollTo({ top: 0, behavior: 'instant' });
    element.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  const label = (
    button: HTMLButtonElement | null,
    page: string | undefined,
    key: 'nav.nextIs' | 'nav.previousIs',
  ) => {
    if (!button) return;
    button.hidden = page === undefined;
    if (page === undefined) return;
    button.value = page;
    button.title = word(key, { title: page === '' ? word('start.title') : pageTitle(outline, page) });
  };

  const getReady = nextPage(() => (next && !next.hidden ? elementOf(next.value) : null), bringToLife);
  const locks = import.meta.isFree ? null : connectLocks(document, session, word, show);
  for (const button of [previous, next]) button?.addEventListener('click', () => show(button.value, true));
  // Every link inside the document leads to a page or to something on one.
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const page = target?.closest<HTMLElement>('.page');
    if (!target || !page || event.defaultPrevented) return;
    event.preventDefault();
    show(page.id === startId ? '' : page.id, true);
    if (target === page) return;
    // What is linked to is shown, also where it opens and closes.
    for (const details of target.querySelectorAll('details:not(.key, .hint)'))
      details.setAttribute('open', '');
    target.scrollIntoView({ behavior: 'instant' });
  });
  return { show, isOpen: (page) => import.meta.isFree || !locks?.isLocked(page) };
}
