/** Marks the page on the screen, or takes its mark away, and says so aloud. */
import { element } from '../element.ts';
import type { Tool, ToolContext } from './tool.ts';

export const toggleMark: Tool = ({ document, sitting, word }) => {
  const { session } = sitting;
  const { page } = session.state();
  if (page === '') return;
  session.happen({ type: 'page-marked', page });
  const isMarked = session.state().marked.includes(page);
  const said = element('p', { class: 'said', role: 'status' });
  document.querySelector('.said')?.remove();
  document.body.append(said);
  // A region that is there before its words is read aloud; one that comes with them often is not.
  requestAnimationFrame(() => {
    said.textContent = word(isMarked ? 'tools.marked' : 'tools.unmarked');
  });
  setTimeout(() => said.remove(), 4000);
};

/** Keeps the button of the menu in step with the page on the screen. */
export function connectMarkButton({ document, sitting }: ToolContext): void {
  const button = document.querySelector<HTMLButtonElement>('[data-tool="mark"]');
  const update = () => {
    const { page, marked } = sitting.session.state();
    button?.setAttribute('aria-pressed', String(marked.includes(page)));
    if (button) button.disabled = page === '';
  };
  update();
  sitting.session.listen(({ type }) => {
    if (type === 'page-shown' || type === 'page-marked') update();
  });
}
