/** On paper nothing opens: what can be opened on the screen is open before the page is printed, and closed again after. */
export function openForPrint(window: Window): void {
  const opened = new Set<HTMLDetailsElement>();
  window.addEventListener('beforeprint', () => {
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
