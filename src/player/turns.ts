/** The buttons that turn pages. */

/** An assessment that asks has steps of its own: meanwhile they are out of the way. */
export function fitTurns(page: HTMLElement): void {
  const turns = document.querySelector<HTMLElement>('.turns');
  if (turns && page.hasAttribute('data-shown'))
    turns.hidden = page.querySelector('[data-stage="questions"]') !== null;
}
