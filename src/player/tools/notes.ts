/** The learner's own notes and marks: where they are kept is said, and all of it can be taken along as a file. */
import { outlinePages, pageTitle } from '../../course/outline.ts';
import { intlLocale } from '../../locales/direction.ts';
import { element } from '../element.ts';
import { keepFile } from '../keep-file.ts';
import { openPanel } from './panel.ts';
import type { Tool, ToolContext } from './tool.ts';

export const openNotes: Tool = (context) => {
  const { document, notes, sitting, word } = context;
  const { outline, state } = sitting.session;
  const { page } = state();
  const keeping = element('p', { class: 'panel-note' });
  const list = element('div');
  const update = () => {
    keeping.textContent = whereKept(context);
    keeping.toggleAttribute('data-lost', !notes.isKept());
    list.replaceChildren(...notesList(context), ...marksList(context));
  };
  const title = pageTitle(outline, page);
  const field = element('textarea', { id: 'cw-note', rows: '5' });
  field.value = notes.all()[page] ?? '';
  field.addEventListener('input', () => {
    notes.write(page, field.value);
    update();
  });
  const writing =
    page === '' ? [] : [element('label', { for: field.id }, word('tools.note', { title })), field];
  const keep = element('button', { type: 'button' }, word('tools.keep'));
  keep.addEventListener('click', () => keepFile(document, `${outline.id}-notes.txt`, asText(context)));
  openPanel(context, 'notes', word('tools.notes'), ...writing, keeping, list, element('p', {}, keep));
  update();
  if (page !== '') field.focus();
};

function whereKept({ notes, sitting, word }: ToolContext): string {
  if (!notes.isKept()) return word('tools.notesLost');
  const isNobody = sitting.opening.learner === '';
  return [word('tools.notesKept'), isNobody && word('tools.notesAnyone')].filter(Boolean).join(' ');
}

function notesList({ notes, sitting, word }: ToolContext): HTMLElement[] {
  const written = notes.all();
  const items = outlinePages(sitting.session.outline)
    .filter(({ id }) => written[id])
    .map(({ id, title }) =>
      element(
        'li',
        {},
        element('a', { href: `#${id}` }, title),
        element('p', { class: 'note', dir: 'auto' }, written[id] ?? ''),
      ),
    );
  return [
    element('h3', {}, word('tools.notesList')),
    items.length > 0 ? element('ul', {}, ...items) : element('p', {}, word('tools.notesNone')),
  ];
}

function marksList({ sitting, word }: ToolContext): HTMLElement[] {
  const { outline, state } = sitting.session;
  const items = outlinePages(outline)
    .filter(({ id }) => state().marked.includes(id))
    .map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title)));
  const isReview = sitting.opening.mode === 'review';
  return [
    element('h3', {}, word('tools.marks')),
    items.length > 0 ? element('ul', {}, ...items) : element('p', {}, word('tools.marksNone')),
    element('p', { class: 'panel-note' }, word(isReview ? 'tools.marksReview' : 'tools.marksKept')),
  ];
}

function asText({ notes, sitting, word }: ToolContext): string {
  const { outline, state, now } = sitting.session;
  const written = notes.all();
  const pages = outlinePages(outline);
  const date = new Intl.DateTimeFormat(intlLocale(outline.language), { dateStyle: 'long' }).format(now());
  return [
    outline.title,
    date,
    ...pages.flatMap(({ id, title }) => (written[id] ? ['', title, written[id]] : [])),
    '',
    word('tools.marks'),
    ...pages.filter(({ id }) => state().marked.includes(id)).map(({ title }) => `- ${title}`),
  ].join('\n');
}
