/** Every definition of the pages that are open, in one list, in the order of the language. */
import { element } from '../element.ts';
import { openPanel } from './panel.ts';
import { reveal } from './reveal.ts';
import type { Tool } from './tool.ts';

export const openGlossary: Tool = (context) => {
  const { document, pages, sitting, word } = context;
  const { compare } = new Intl.Collator(sitting.session.outline.language);
  const blocks = [...document.querySelectorAll<HTMLElement>('.page .definition')]
    .filter((block) => !block.closest('.glossary') && pages.isOpen(block.closest('.page')?.id ?? ''))
    .map((block) => ({ block, term: block.querySelector('dfn')?.textContent ?? '' }))
    .sort((a, b) => compare(a.term, b.term));
  const entries = blocks.flatMap(({ block, term }) => {
    const link = element('a', { href: `#${block.closest('.page')?.id}` }, term);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      reveal(context, block);
    });
    const meaning = [...(block.querySelector('dd')?.childNodes ?? [])].map((node) => node.cloneNode(true));
    return [element('dt', {}, link), element('dd', {}, ...meaning)];
  });
  openPanel(
    context,
    'glossary',
    word('tools.glossary'),
    element('dl', { class: 'glossary-list' }, ...entries),
  );
};
