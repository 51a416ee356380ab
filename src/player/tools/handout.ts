/** What a learner takes home: the key messages of the pages that are open, and the learner's own words. */
import { outlinePages } from '../../course/outline.ts';
import { element } from '../element.ts';
import { openPanel } from './panel.ts';
import { printFromPanel, printSheet } from './print-sheet.ts';
import type { Tool, ToolContext } from './tool.ts';

export const openHandout: Tool = (context) => {
  const { window, word } = context;
  const sheet = element('article', { class: 'handout' }, ...handoutOf(context));
  const print = element('button', { type: 'button', class: 'main-button' }, word('tools.print'));
  const copy = () => sheet.cloneNode(true) as HTMLElement;
  print.addEventListener('click', () => printSheet(window, copy()));
  const about = element('p', { class: 'panel-note' }, word('tools.handoutAbout'));
  const panel = openPanel(context, 'handout', word('tools.handout'), about, element('p', {}, print), sheet);
  printFromPanel(window, panel, copy);
};

function handoutOf({ document, notes, pages, sitting, word }: ToolContext): HTMLElement[] {
  const { outline, state } = sitting.session;
  const messages = [...document.querySelectorAll('.page .key-message')]
    .filter((message) => pages.isOpen(message.closest('.page')?.id ?? ''))
    .map((message) => element('li', {}, ...copied(message.querySelector('.key-message-text'))));
  const reflections = Object.entries(state().texts)
    .filter(([, text]) => text.trim() !== '')
    .map(([id, text]) =>
      element(
        'li',
        {},
        ...copied(document.getElementById(`${id}-prompt`)),
        element('p', { class: 'note', dir: 'auto' }, text),
      ),
    );
  const written = notes.all();
  const own = outlinePages(outline)
    .filter(({ id }) => written[id])
    .map(({ id, title }) =>
      element(
        'li',
        {},
        element('strong', {}, title),
        element('p', { class: 'note', dir: 'auto' }, written[id] ?? ''),
      ),
    );
  const part = (title: string, tag: 'ol' | 'ul', items: readonly HTMLElement[]) =>
    items.length === 0 ? [] : [element('h3', {}, title), element(tag, {}, ...items)];
  return [
    element('h2', {}, outline.title),
    ...part(word('tools.handoutMessages'), 'ol', messages),
    ...part(word('tools.handoutReflections'), 'ul', reflections),
    ...part(word('tools.notesList'), 'ul', own),
  ];
}

function copied(from: Element | null): Node[] {
  const copy = from?.cloneNode(true) as Element | undefined;
  for (const one of copy?.querySelectorAll('[data-revealed], [id]') ?? [])
    for (const name of ['data-revealed', 'id', 'tabindex']) one.removeAttribute(name);
  return [...(copy?.childNodes ?? [])];
}
