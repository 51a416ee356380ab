/** Plain text as parts: lists by their signs, tables by their tabs, headings by standing alone. Pure. */
import type { Part } from './part.ts';
import { escapeMarkdown } from './read-html.ts';

const bullet = /^\s*[-*•–]\s+(.*)$/;
const numbered = /^\s*\d+[.)]\s+(.*)$/;

export function readText(text: string): Part[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const place = at + 1;
    const take = (fits: (line: string) => boolean) => {
      const from = at;
      while (at < lines.length && fits(lines[at] ?? '')) at += 1;
      return lines.slice(from, at);
    };
    if (line.trim() === '') at += 1;
    else if (bullet.test(line) || numbered.test(line)) {
      const sign = bullet.test(line) ? bullet : numbered;
      const items = take((one) => sign.test(one)).map((one) => escapeMarkdown(sign.exec(one)?.[1] ?? ''));
      parts.push({ kind: 'list', isOrdered: sign === numbered, items, place });
    } else if (line.includes('\t')) {
      const rows = take((one) => one.includes('\t')).map((one) =>
        one.split('\t').map((cell) => escapeMarkdown(cell.trim())),
      );
      parts.push({ kind: 'table', rows, place });
    } else {
      at += 1;
      const alone = (lines[at - 2] ?? '').trim() === '' && (lines[at] ?? '').trim() === '';
      parts.push(
        alone && isTitle(line.trim())
          ? { kind: 'heading', level: 2, text: line.trim(), place }
          : { kind: 'paragraph', text: escapeMarkdown(line.trim()), place },
      );
    }
  }
  return parts;
}

/** Short, begins with a capital, and is no sentence. */
function isTitle(line: string): boolean {
  return (
    line.length <= 90 && /^\p{Lu}/u.test(line) && !/[.:;,?!]$/.test(line) && line.split(' ').length <= 14
  );
}
