/** Puts a place of a page in view, whatever it is folded away in. */
import type { ToolContext } from './tool.ts';

export function reveal({ document, pages }: ToolContext, place: HTMLElement): void {
  pages.show(place.closest('.page')?.id ?? '', true);
  for (let around = place.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around.getAttribute('role') === 'tabpanel')
      document.getElementById(around.getAttribute('aria-labelledby') ?? '')?.click();
  }
  for (const other of document.querySelectorAll('[data-revealed]')) other.removeAttribute('data-revealed');
  place.dataset.revealed = '';
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center', behavior: 'instant' });
}
