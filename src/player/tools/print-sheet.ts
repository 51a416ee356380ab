/** Prints a sheet, and nothing of the page around it. */
export function printSheet(window: Window, sheet: HTMLElement): void {
  sheet.classList.add('sheet');
  window.document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
}
