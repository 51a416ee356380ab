/** A line at the top that the learner has to know of: read aloud, never in the way. */
import { element } from './element.ts';

/** @param action a button beside it, with what it does; without one the notice can be closed */
export function showNotice(document: Document, text: string, label: string, action?: () => void): void {
  const bar = document.querySelector('.bar');
  const button = element('button', { type: 'button' }, label);
  const notice = element('div', { class: 'notice' }, element('p', { role: 'alert' }, text), button);
  button.addEventListener('click', () => {
    if (action) {
      button.disabled = true;
      action();
    } else notice.remove();
  });
  bar?.querySelector('.notice')?.remove();
  bar?.append(notice);
}
