/** The outline beside the text, a drawer on a phone: what is done, where one is, how much is left. */
import { outlinePages } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import { isPageDone } from '../session/completion.ts';
import { lessonStandings } from '../session/lessons.ts';
import type { Session } from '../sitting/session.ts';

export function connectOutline(document: Document, session: Session, word: Word): void {
  const { outline } = session;
  const panel = document.getElementById('cw-outline');
  const progress = document.querySelector<HTMLProgressElement>('.progress progress');
  const count = document.querySelector('.progress-count');
  const left = document.querySelector('.progress-left');
  const pages = outlinePages(outline);
  const links = [...(panel?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];

  const update = () => {
    const state = session.state();
    const done = pages.filter((page) => isPageDone(outline, state, page));
    for (const link of links) {
      const page = link.hash.slice(1);
      const isHere = page === (state.page || 'cw-start');
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      const isPageDone = done.some(({ id }) => id === page);
      link.toggleAttribute('data-done', isPageDone);
      const isMarked = state.marked.includes(page);
      link.toggleAttribute('data-marked', isMarked);
      const standing = [isPageDone && word('nav.done'), isMarked && word('nav.marked')];
      say(link.querySelector('.outline-state'), standing.filter(Boolean).join(', '));
    }

    const minutes = pages.filter((page) => !done.includes(page)).reduce((sum, page) => sum + page.minutes, 0);
    if (progress) progress.value = done.length;
    say(count, word('nav.progress', { done: done.length, total: pages.length }));
    say(left, minutes === 0 ? word('nav.leftNone') : word('nav.left', { count: Math.ceil(minutes) }));
  };
  update();
  showStandings(panel, session, word);
  session.listen((event) => {
    if (['page-shown', 'page-marked', 'assessment-submitted'].includes(event.type)) update();
    if (['page-shown', 'assessment-submitted', 'ticked'].includes(event.type))
      showStandings(panel, session, word);
  });
  if (panel) connectDrawer(document, panel);
}

/** Under the title of each lesson, where there are several: what is done of it, and the time it took so far. */
function showStandings(panel: HTMLElement | null, { outline, state }: Session, word: Word): void {
  for (const { id, done, total, time } of lessonStandings(outline, state())) {
    const spent = Math.floor(time / 60_000);
    const standing = [
      done === total ? word('nav.done') : word('nav.progress', { done, total }),
      ...(spent > 0 ? [word('nav.spent', { count: spent })] : []),
    ];
    say(panel?.querySelector(`[data-lesson="${id}"]`), standing.join(' · '));
  }
}

/** Text that stays is left alone: what is written is styled and laid out anew. */
function say(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** On a narrow screen the outline covers the page: what lies beneath is out of reach until it closes. */
function connectDrawer(document: Document, panel: HTMLElement): void {
  const opener = document.querySelector<HTMLButtonElement>('[data-outline="open"]');
  const closer = document.querySelector<HTMLButtonElement>('[data-outline="close"]');
  const beneath = document.querySelectorAll<HTMLElement>('main, .bar, .turns');
  const set = (isOpen: boolean) => {
    panel.toggleAttribute('data-open', isOpen);
    opener?.setAttribute('aria-expanded', String(isOpen));
    for (const part of beneath) part.inert = isOpen;
  };
  opener?.addEventListener('click', () => {
    set(true);
    closer?.focus();
  });
  const close = () => {
    if (!panel.hasAttribute('data-open')) return;
    set(false);
    opener?.focus();
  };
  closer?.addEventListener('click', close);
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  // Before the link itself is followed: the page it shows takes the focus, and nothing inert can.
  panel.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('a')) set(false);
    },
    { capture: true },
  );
  window.addEventListener('resize', () => {
    if (panel.hasAttribute('data-open') && getComputedStyle(closer ?? panel).display === 'none') set(false);
  });
}
