/** HTML as parts whose texts are Markdown: what Word files and Markdown files have in common. Pure. */
import { type Element, type Markup, parseHtml } from '../inspect/markup.ts';
import type { Part } from './part.ts';

export type Node = Markup['children'][number];

export function readHtml(html: string): Part[] {
  return partsOf(parseHtml(html).children);
}

export function partsOf(nodes: readonly Node[]): Part[] {
  const parts: PartWithoutPlace[] = [];
  for (const node of nodes) collect(node, parts);
  return parts.map((part, index) => ({ ...part, place: index + 1 }) as Part);
}

type PartWithoutPlace = Part extends infer One ? (One extends Part ? Omit<One, 'place'> : never) : never;

function collect(node: Node, parts: PartWithoutPlace[]): void {
  if (!isElement(node)) {
    const text = inlineOf([node]);
    if (text) parts.push({ kind: 'paragraph', text });
    return;
  }
  const level = /^h([1-6])$/.exec(node.name)?.[1];
  if (level) parts.push({ kind: 'heading', level: Number(level), text: plainOf(node) });
  else if (node.name === 'ul' || node.name === 'ol')
    parts.push({ kind: 'list', isOrdered: node.name === 'ol', items: itemsOf(node, 0) });
  else if (node.name === 'table') parts.push({ kind: 'table', rows: rowsOf(node) });
  else if (node.name === 'p') collectParagraph(node, parts);
  else for (const child of node.children) collect(child, parts);
}

/** A picture in a paragraph is a part of its own. */
function collectParagraph(node: Element, parts: PartWithoutPlace[]): void {
  for (const image of within(node, 'img'))
    parts.push({ kind: 'image', src: image.attribs.src ?? '', alt: image.attribs.alt ?? '' });
  const text = inlineOf(node.children);
  if (text) parts.push({ kind: 'paragraph', text });
}

function itemsOf(list: Element, depth: number): string[] {
  return list.children.filter(isElement).flatMap((item) => {
    const isList = (node: Node) => isElement(node) && (node.name === 'ul' || node.name === 'ol');
    const own = inlineOf(item.children.filter((node) => !isList(node)));
    const below = item.children
      .filter(isElement)
      .filter(isList)
      .flatMap((inner) => itemsOf(inner, depth + 1));
    return [...(own ? ['  '.repeat(depth) + own] : []), ...below];
  });
}

function rowsOf(table: Element): string[][] {
  return within(table, 'tr').map((row) =>
    row.children.filter(isElement).map((cell) => inlineOf(cell.children)),
  );
}

const marks: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' };

/** One line of Markdown: emphasis and links stay, everything else is text. */
export function inlineOf(nodes: readonly Node[]): string {
  return nodes.map(inlineNode).join('').replace(/\s+/g, ' ').trim();
}

function inlineNode(node: Node): string {
  if ('data' in node && node.type === 'text') return escapeMarkdown(node.data.replace(/\s+/g, ' '));
  if (!isElement(node) || node.name === 'img') return '';
  if (node.name === 'br') return ' ';
  const inner = node.children.map(inlineNode).join('');
  const mark = marks[node.name];
  // Space within emphasis would undo it.
  if (mark && inner.trim()) return inner.replace(/^(\s*)(.*?)(\s*)$/s, `$1${mark}$2${mark}$3`);
  if (node.name === 'a' && /^https?:/.test(node.attribs.href ?? ''))
    return `[${inner.trim()}](<${node.attribs.href}>)`;
  return ['p', 'div', 'li'].includes(node.name) ? `${inner} ` : inner;
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]]|<(?=[\w/!?])/g, '\\$&').replace(/^(\s*)([#>+-])(?=\s)/, '$1\\$2');
}

function plainOf(node: Element): string {
  return node.children
    .map((child): string => ('data' in child ? child.data : isElement(child) ? plainOf(child) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function within(node: Element, name: string): Element[] {
  return node.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
}

function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** Parts as one text of Markdown; pictures and tables are told of in words. */
export function markdownOfParts(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'list')
        return part.items.map((one, index) => `${part.isOrdered ? `${index + 1}.` : '-'} ${one}`).join('\n');
      if (part.kind === 'table') return part.rows.map((row) => `- ${row.join(': ')}`).join('\n');
      return part.kind === 'image' ? part.alt : part.text;
    })
    .filter(Boolean)
    .join('\n\n');
}
