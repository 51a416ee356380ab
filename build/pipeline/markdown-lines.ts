/** Markdown for what is no HTML: slides of an office program, notes, plain text. Pure. */
import { tokensOf } from './markdown.ts';
import { isMarked, withoutMarks } from './source-passages.ts';

/** A line of a text outside HTML: a paragraph or an item of a list, in runs of one kind each. */
export interface Line {
  readonly kind: 'text' | 'bullet' | 'number';
  /** Depth in lists, from 0. */
  readonly level: number;
  /** Whether it is marked as standing in the source language of a translated course. */
  readonly isInSource: boolean;
  readonly runs: readonly { readonly text: string; readonly bold: boolean; readonly italic: boolean }[];
}

/** A text as lines, for what is neither a page nor plain: slides of an office program. */
export function linesOf(text: string): Line[] {
  const lists: Line['kind'][] = [];
  const lines: Line[] = [];
  let isFirstOfItem = false;
  for (const token of tokensOf(isMarked(text) ? withoutMarks(text) : text)) {
    if (token.type === 'bullet_list_open') lists.push('bullet');
    if (token.type === 'ordered_list_open') lists.push('number');
    if (/_list_close$/.test(token.type)) lists.pop();
    if (token.type === 'list_item_open') isFirstOfItem = true;
    if (token.type !== 'inline' && token.type !== 'fence' && token.type !== 'code_block') continue;
    const kind = isFirstOfItem ? (lists.at(-1) ?? 'text') : 'text';
    const runs = runsOf(token);
    lines.push({
      kind,
      level: Math.max(0, lists.length - 1),
      isInSource: isMarked(text) || runs.some((run) => withoutMarks(run.text) !== run.text),
      runs: runs.map((run) => ({ ...run, text: withoutMarks(run.text) })),
    });
    isFirstOfItem = false;
  }
  return lines;
}

function runsOf(token: ReturnType<typeof tokensOf>[number]): Line['runs'] {
  const depth = { strong: 0, em: 0 };
  return (token.children ?? [token]).flatMap(({ type, content }) => {
    if (type === 'strong_open') depth.strong += 1;
    if (type === 'strong_close') depth.strong -= 1;
    if (type === 'em_open') depth.em += 1;
    if (type === 'em_close') depth.em -= 1;
    const text = type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
    return text ? [{ text, bold: depth.strong > 0, italic: depth.em > 0 }] : [];
  });
}

/** A text without markup: a line a paragraph, items of lists with their sign. */
export function plainLines(text: string): string[] {
  let number = 0;
  return linesOf(text).map(({ kind, level, runs }) => {
    number = kind === 'number' ? number + 1 : kind === 'text' ? 0 : number;
    const sign = { text: '', bullet: '– ', number: `${number}. ` }[kind];
    return '  '.repeat(level) + sign + runs.map((run) => run.text).join('');
  });
}
