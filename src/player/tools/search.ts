/** Search over the pages that are open: as one types, without a server, in the words of the document itself. */
import { createSearch, type Hit } from '../../search/search.ts';
import { element } from '../element.ts';
import { openPanel } from './panel.ts';
import { type PlacedPassage, passagesOf } from './passages.ts';
import { reveal } from './reveal.ts';
import type { Tool } from './tool.ts';

const mostShown = 40;
/** Characters of a passage before and after the first word that was found. */
const [before, after] = [60, 160];

export const openSearch: Tool = (context) => {
  const { word, sitting, pages } = context;
  const { outline } = sitting.session;
  const search = createSearch(passagesOf(context), outline.language);
  // Not of the type "search": there the first Escape would only empty the field.
  const field = element('input', { type: 'text', id: 'cw-search', autocomplete: 'off', value: lastQuery });
  const count = element('p', { class: 'search-count', role: 'status' });
  const list = element('ol', { class: 'search-hits' });
  const find = () => {
    const words = field.value.trim();
    lastQuery = words;
    const hits = search(words);
    list.replaceChildren(...hits.slice(0, mostShown).map(entry));
    count.textContent =
      hits.length > mostShown
        ? word('tools.searchMany', { count: hits.length, shown: mostShown })
        : hits.length > 0
          ? word('tools.searchFound', { count: hits.length })
          : words && word('tools.searchNone', { words });
  };
  const entry = ({ passage, marks }: Hit<PlacedPassage>) => {
    const link = element('a', { href: `#${passage.page}` }, element('strong', {}, passage.pageTitle));
    if (!passage.isTitle) link.append(element('span', {}, ...excerpt(passage.text, marks)));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      reveal(context, passage.place);
    });
    return element('li', {}, link);
  };
  field.addEventListener('input', find);
  const form = element(
    'form',
    { role: 'search' },
    element('label', { for: field.id }, word('tools.searchLabel')),
    field,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  const isPartOnly = outline.lessons.some((lesson) => lesson.pages.some(({ id }) => !pages.isOpen(id)));
  const note = isPartOnly ? [element('p', { class: 'panel-note' }, word('tools.searchLocked'))] : [];
  openPanel(context, 'search', word('tools.search'), form, ...note, count, list);
  field.focus();
  field.select();
  find();
};

/** What was looked for last is there again: one jumps to a passage, and back for the next. */
let lastQuery = '';

function excerpt(text: string, marks: Hit<PlacedPassage>['marks']): (Node | string)[] {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1 || first;
  const end = text.length - first <= after ? text.length : text.lastIndexOf(' ', first + after);
  const to = end > first ? end : Math.min(text.length, first + after);
  const start = from <= first ? from : first - before;
  const parts: (Node | string)[] = [start > 0 ? '… ' : ''];
  let last = start;
  for (const [begin, stop] of marks.filter(([, stop]) => stop <= to)) {
    parts.push(text.slice(last, begin), element('mark', {}, text.slice(begin, stop)));
    last = stop;
  }
  return [...parts, text.slice(last, to), to < text.length ? ' …' : ''];
}
