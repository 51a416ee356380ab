/** A panel over the page: what lies beneath is out of reach until it closes, and has the focus again then. */
import { element } from '../element.ts';
import type { ToolContext } from './tool.ts';

export function openPanel(
  { document, word }: Pick<ToolContext, 'document' | 'word'>,
  name: string,
  title: string,
  ...content: readonly (Node | string)[]
): HTMLDialogElement {
  const close = element('button', { type: 'button', class: 'panel-close' }, word('tools.close'));
  const heading = element('h2', { id: 'cw-panel-title' }, title);
  const dialog = element(
    'dialog',
    { class: 'panel', 'data-panel': name, 'aria-labelledby': heading.id },
    element('header', { class: 'panel-head' }, heading, close),
    element('div', { class: 'panel-body' }, ...content),
  );
  close.addEventListener('click', () => dialog.close());
  // The dialog itself is what was clicked where the click was beside all that is in it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  // Before the link is followed: the page that it shows takes the focus, and nothing beneath can while this is open.
  dialog.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[href^="#"]')) dialog.close();
    },
    { capture: true },
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
