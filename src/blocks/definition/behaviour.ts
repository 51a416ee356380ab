/** A term in running text opens its definition beside it, so that a reader does not lose the place. */
import type { Word } from '../../locales/word.ts';
import type { BlockBehaviour } from '../behaviour.ts';

export const behaviour: BlockBehaviour = (element, _kept, _keep, word) => {
  // Without popovers in the browser the link leads to the definition, as it does without a script.
  if (!element.id || !('popover' in HTMLElement.prototype)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href="#${element.id}"]`)) {
    if (element.contains(link)) continue;
    link.dataset.term = '';
    link.setAttribute('aria-haspopup', 'dialog');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link, element, word);
    });
  }
};

function show(link: HTMLAnchorElement, definition: HTMLElement, word: Word): void {
  const popover = document.createElement('div');
  popover.className = 'glossary';
  popover.popover = 'auto';
  popover.setAttribute('role', 'dialog');
  popover.setAttribute('aria-label', definition.querySelector('dfn')?.textContent ?? '');
  popover.tabIndex = -1;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = word('glossary.close');
  close.addEventListener('click', () => popover.hidePopover());
  const go = document.createElement('a');
  go.href = `#${definition.id}`;
  go.textContent = word('glossary.go');
  go.addEventListener('click', () => popover.hidePopover());
  const actions = document.createElement('p');
  actions.append(close, go);
  popover.append(...[...definition.children].map((child) => child.cloneNode(true)), actions);
  popover.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') popover.remove();
  });
  (link.closest('.page') ?? document.body).append(popover);
  popover.showPopover();
  popover.focus();
  place(popover, link);
  popover.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') link.focus();
  });
  close.addEventListener('click', () => link.focus());
}

/** Below the term, or above it where there is more room. */
function place(popover: HTMLElement, link: HTMLElement): void {
  const term = link.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isAbove = term.bottom + height > clientHeight && term.top > clientHeight - term.bottom;
  const top = isAbove ? term.top - height - 4 : term.bottom + 4;
  popover.style.left = `${Math.max(8, Math.min(term.left, clientWidth - width - 8))}px`;
  popover.style.top = `${Math.max(8, Math.min(top, clientHeight - height - 8))}px`;
}
