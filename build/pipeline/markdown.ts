/** Markdown to HTML: the one place that knows the renderer. Raw HTML is never let through. */
import MarkdownIt, { type Token } from 'markdown-it';
import { remembered } from './remembered.ts';
import { keepingMark } from './source-passages.ts';

const renderer = new MarkdownIt('commonmark', { html: false, typographer: false }).enable([
  'table',
  'strikethrough',
]);
// Pictures are blocks: there they have alternative text, a size and a check that they exist.
renderer.disable('image');
// Sees what the renderer leaves out, so that a rule can tell of it.
const inspector = new MarkdownIt('commonmark', { html: true });

// The title of a page is an h2, headings in its text go below it.
renderer.renderer.rules.heading_open = (tokens, index) => `<${lowered(tokens[index]?.tag)}>`;
renderer.renderer.rules.heading_close = (tokens, index) => `</${lowered(tokens[index]?.tag)}>\n`;
renderer.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index];
  const around = env as Surroundings;
  const note = around.noteOn?.(String(token?.attrGet('href') ?? ''));
  if (note !== undefined) {
    around.note = note;
    return '<span class="elsewhere">';
  }
  if (/^https?:/.test(String(token?.attrGet('href') ?? ''))) {
    token?.attrSet('target', '_blank');
    token?.attrSet('rel', 'noopener noreferrer');
  }
  return self.renderToken(tokens, index, options);
};

renderer.renderer.rules.link_close = (tokens, index, options, env, self) => {
  const around = env as Surroundings;
  const { note } = around;
  delete around.note;
  return note === undefined
    ? self.renderToken(tokens, index, options)
    : ` (${renderer.utils.escapeHtml(note)})</span>`;
};

/** What to say instead of a link that leads out of the document, by its address; undefined where it is a link. */
export type NoteOn = (href: string) => string | undefined;

interface Surroundings {
  readonly noteOn?: NoteOn | undefined;
  /** Of the link that is being written. */
  note?: string;
}

function lowered(tag = 'h1'): string {
  return `h${Math.min(6, Number(tag.slice(1)) + 2)}`;
}

export function renderMarkdown(text: string, noteOn?: NoteOn): string {
  if (!linksWithin(text)) return renderedBlocks(text);
  return keepingMark(text, (words) => rendered(words, { noteOn }));
}

function rendered(text: string, around: Surroundings): string {
  return renderer.renderer.render(tokensOf(text), renderer.options, { ...around }).trim();
}

export function renderInlineMarkdown(text: string, noteOn?: NoteOn): string {
  if (!linksWithin(text)) return renderedLine(text);
  return keepingMark(text, (words) => renderer.renderInline(words, { noteOn }));
}

/** A text may say something else instead of a link to another lesson; any other reads the same everywhere. */
function linksWithin(text: string): boolean {
  return text.includes('#');
}

const renderedBlocks = remembered((text) =>
  keepingMark(text, (words) => (isPlain(words) ? `<p>${words}</p>` : rendered(words, {}))),
);
const renderedLine = remembered((text) =>
  keepingMark(text, (words) => (isPlain(words) ? words : renderer.renderInline(words))),
);

/** A line without markup reads the same in HTML: most texts of a course are such, and are not parsed. */
function isPlain(text: string): boolean {
  return text !== '' && !/[\\`*_[\]<>&"~\n\r\0]|^(?:\s|[-+#=]|\d+[.)])|\s$/.test(text);
}

/** A whole document with its pictures and the levels of its headings as they are: for reading it, not for showing it. */
export function renderDocument(text: string): string {
  return new MarkdownIt('commonmark', { html: false }).enable('table').render(text);
}

/**
 * The tokens of a text. Several rules look into each text, and most texts hold nothing of what they look for.
 * @param sign without it the text holds none of what is looked for, and is not parsed
 */
function inspected(text: string, sign: RegExp): readonly Token[] {
  return sign.test(text) ? inspectedTokens(text) : [];
}

const inspectedTokens = remembered((text): readonly Token[] => flatten(seenTokens(text)), 1000);

/** A text without HTML, tables, struck words and pictures is the same to both. */
function seenTokens(text: string): readonly Token[] {
  return /[<|~]|!\[/.test(text) ? inspector.parse(text, {}) : tokensOf(text);
}

/** Made when there is documentation to make. */
let guides: InstanceType<typeof MarkdownIt> | undefined;

function guideRenderer(): InstanceType<typeof MarkdownIt> {
  const guides = new MarkdownIt('commonmark', { html: false }).enable('table');
  guides.renderer.rules.heading_open = (tokens, index) => {
    const words = (tokens[index + 1]?.content ?? '').toLowerCase();
    const id = words
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/^[\d\s]+/, '')
      .trim()
      .replace(/\s+/g, '-');
    return `<${tokens[index]?.tag} id="${id}">`;
  };
  // A wide table scrolls by itself, and whoever has no mouse can reach it.
  guides.renderer.rules.table_open = () =>
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  guides.renderer.rules.table_close = () => '</table></div>\n';
  guides.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const { leadTo } = env as { leadTo: (href: string) => string | null };
    const target = leadTo(String(tokens[index]?.attrGet('href') ?? ''));
    tokens[index]?.attrSet('href', target ?? '');
    (env as { isLink: boolean }).isLink = target !== null;
    return target === null ? '' : self.renderToken(tokens, index, options);
  };
  guides.renderer.rules.link_close = (_, __, ___, env) => ((env as { isLink: boolean }).isLink ? '</a>' : '');
  return guides;
}

/**
 * A page of the documentation: headings can be linked to, and links lead where `leadTo` says.
 * @param leadTo the address of the link; null where it leads to nothing that a reader has: the words stay
 */
export function renderGuide(text: string, leadTo: (href: string) => string | null): string {
  guides ??= guideRenderer();
  return guides.render(text, { leadTo });
}

/** Raw HTML in a text, as it was written: what opens, not what closes it. */
export function htmlIn(text: string): string[] {
  return inspected(text, /</)
    .filter((token) => token.type === 'html_inline' || token.type === 'html_block')
    .map((token) => token.content.trim())
    .filter((html) => !html.startsWith('</'));
}

/** Pictures in a text: they are not taken. */
export function imagesIn(text: string): string[] {
  return inspected(text, /!\[/)
    .filter((token) => token.type === 'image')
    .map((token) => String(token.attrGet('src')));
}

/** Where the links of a text lead. */
export const linksIn = remembered((text): readonly string[] =>
  inspected(text, /[[<]/)
    .filter((token) => token.type === 'link_open')
    .map((token) => String(token.attrGet('href'))),
);

/** The links of a text with the words that are seen of each. */
export function linkTextsIn(text: string): { href: string; text: string }[] {
  const links: { href: string; text: string }[] = [];
  let open: { href: string; text: string } | null = null;
  for (const token of inspected(text, /[[<]/)) {
    if (token.type === 'link_open') open = { href: String(token.attrGet('href')), text: '' };
    else if (token.type === 'link_close' && open) {
      links.push(open);
      open = null;
    } else if (open && (token.type === 'text' || token.type === 'code_inline')) open.text += token.content;
  }
  return links;
}

/** Paragraphs of one short line that is bold from end to end. */
export function boldLinesIn(text: string): readonly string[] {
  return /^[ \t]*(\*\*|__).*(\*\*|__)[ \t]*$/m.test(text) ? boldLines(text) : [];
}

const boldLines = remembered((text): readonly string[] =>
  seenTokens(text).flatMap((token, index, all) => {
    if (token.type !== 'inline' || all[index - 1]?.type !== 'paragraph_open' || token.level !== 1) return [];
    const parts = (token.children ?? []).filter((one) => one.type !== 'text' || one.content !== '');
    const [first, middle, last] = parts;
    const isBold = parts.length === 3 && first?.type === 'strong_open' && last?.type === 'strong_close';
    // A sentence in bold is emphasis; what ends like no sentence is a heading.
    return isBold && middle && !/[.!?:;…。！？؟]["”’)»]?$/.test(middle.content) ? [middle.content] : [];
  }),
);

/** Levels of the headings in a text, 1 to 6, in order. */
export function headingsIn(text: string): readonly number[] {
  // A heading has a # before it or a line of = or - below, and on its line nothing else but what a quotation or a list has.
  return /^[ \t>*+\-\d.)]*(#|=|-[ \t]*$)/m.test(text) ? headings(text) : [];
}

const headings = remembered((text): readonly number[] =>
  flatten(tokensOf(text))
    .filter((token) => token.type === 'heading_open')
    .map((token) => Number(token.tag.slice(1))),
);

/** How much there is of what is not words. */
export function shapeOf(text: string): Readonly<Record<'emphasis' | 'headings' | 'items' | 'rows', number>> {
  const tokens = flatten(tokensOf(text));
  const count = (pattern: RegExp) => tokens.filter(({ type }) => pattern.test(type)).length;
  return {
    emphasis: count(/^(strong|em)_open$/),
    headings: count(/^heading_open$/),
    items: count(/^list_item_open$/),
    rows: count(/^tr_open$/),
  };
}

/** The tokens of a text, nested as the renderer makes them: rules look into what is shown later. Nobody changes them. */
export const tokensOf = remembered((text): Token[] => renderer.parse(text, {}), 500);

function flatten(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (token.children ? [token, ...flatten(token.children)] : token));
}

/** The words of one line of Markdown, without markup. */
export const renderPlain = remembered((text) => {
  const plain = (words: string) =>
    isPlain(words)
      ? words
      : flatten(renderer.parseInline(words, {}))
          .filter((token) => token.type === 'text' || token.type === 'code_inline')
          .map((token) => token.content)
          .join('');
  return keepingMark(text, plain);
});
