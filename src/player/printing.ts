/**
 * On paper nothing opens: what can be opened on the screen is open before the page is printed, and closed again after.
 * @param bringToLife is called with each page: what the learner wrote stands on paper as well
 */
export function openForPrint(window: Window, bringToLife: (page: HTMLElement) => void): void {
  const opened = new Set<HTMLDetailsElement>();
  window.addEventListener('beforeprint', () => {
    for (const page of window.document.querySelectorAll<HTMLElement>('.page')) {
      bringToLife(page);
      page.removeAttribute('aria-hidden');
    }
    for (const details of window.document.querySelectorAll<HTMLDetailsElement>(
      '.block details:not([open], .hint, .key)',
    )) {
      details.open = true;
      opened.add(details);
    }
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened.clear();
  });
}
