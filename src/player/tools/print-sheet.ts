/** A sheet in the place of the page while it is printed: by a button, or by the browser's own command. */

export function printSheet(window: Window, sheet: HTMLElement): void {
  lay(window, sheet);
  window.print();
}

/**
 * As long as a panel shows a sheet, the browser's own command prints that sheet as well: a panel that is printed stands
 * on every page.
 * @param sheet null where there is none yet: then the course is printed
 */
export function printFromPanel(
  window: Window,
  panel: HTMLDialogElement,
  sheet: () => HTMLElement | null,
): void {
  const before = () => {
    const given = window.document.querySelector('body > .sheet') ? null : sheet();
    if (given) lay(window, given);
  };
  window.addEventListener('beforeprint', before);
  panel.addEventListener('close', () => window.removeEventListener('beforeprint', before));
}

function lay(window: Window, sheet: HTMLElement): void {
  sheet.classList.add('sheet');
  window.document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
}
