/** What parts of a document become in a course. Pure. */
import type { Part } from './part.ts';

export function markdownOf(part: Part): string {
  if (part.kind === 'list') {
    let number = 0;
    return part.items
      .map((item) => {
        const indent = /^ */.exec(item)?.[0].length ?? 0;
        if (indent === 0) number += 1;
        const sign = part.isOrdered && indent === 0 ? `${number}.` : '-';
        return `${' '.repeat(indent > 0 ? indent + 1 : 0)}${sign} ${item.trim()}`;
      })
      .join('\n');
  }
  if (part.kind === 'table') return part.rows.map((row) => `- ${row.filter(Boolean).join(': ')}`).join('\n');
  if (part.kind === 'image') return '';
  return part.kind === 'heading' ? `**${part.text}**` : part.text;
}

export function tableBlock(
  rows: readonly (readonly string[])[],
  title: string,
): Record<string, unknown> | null {
  const [head = [], ...body] = rows;
  const isTable =
    head.length >= 2 &&
    body.length > 0 &&
    rows.every((row) => row.length === head.length && row.every(Boolean));
  return isTable ? { type: 'table', caption: title, columns: head.map(plain), rows: body } : null;
}

/** Markdown without its signs. */
export function plain(text: string): string {
  return text
    .replace(/\\(?=[\\`*_[\]<#>+-])/g, '')
    .replace(/\*\*|(?<!\w)[*_]|[*_](?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function slug(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return letters.slice(0, 60).replace(/-+$/, '');
}
