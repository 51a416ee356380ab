/** An item of QTI 2.1 with fields in its text as a cloze question. */
import { inlineOf, type Node } from '../import/read-html.ts';
import {
  attributeOf,
  type Element,
  elementsIn,
  elementsNamed,
  localName,
  textOf,
} from '../inspect/markup.ts';
import { markAt } from './exchange.ts';
import { acceptedOf, interactionsAround, interactionsIn } from './qti-responses.ts';

/** A text with several fields in it. */
export function clozeOf(item: Element, body: Element): Record<string, unknown> | null {
  const gaps: Record<string, unknown>[] = [];
  const isKnown = interactionsIn(item).every((one) =>
    /^(textEntry|inlineChoice)Interaction$/.test(localName(one)),
  );
  if (!isKnown) return null;
  const blocks = body.children.filter(
    (node): node is Element => 'attribs' in node && interactionsAround(node as Element).length > 0,
  );
  const text = blocks.map((block) => textWithGaps(item, block, gaps)).join('\n\n');
  return { type: 'cloze', text, gaps };
}

function textWithGaps(item: Element, place: Element, gaps: Record<string, unknown>[]): string {
  for (const interaction of interactionsAround(place)) {
    const id = markAt(gaps.length);
    const choices = elementsNamed(interaction, 'inlineChoice');
    const named = (name: string) => choices.find((one) => attributeOf(one, 'identifier') === name);
    const accepted = acceptedOf(item, interaction).map((one) =>
      choices.length > 0 ? textOf(named(one)) : one,
    );
    gaps.push({ id, accepted, ...(choices.length > 0 && { options: choices.map((one) => textOf(one)) }) });
    // The field becomes the sign for it, as text of its own.
    interaction.name = 'span';
    interaction.children = [];
    interaction.attribs = { 'data-gap': id };
  }
  const sign = (node: Node): string =>
    'attribs' in node && (node as Element).attribs['data-gap']
      ? `[[${(node as Element).attribs['data-gap']}]]`
      : '';
  const flat = (nodes: readonly Node[]): string =>
    nodes
      .map(
        (node) =>
          sign(node) ||
          ('attribs' in node && hasGap(node as Element)
            ? flat((node as Element).children)
            : ` ${inlineOf([node])} `),
      )
      .join('');
  return flat(place.children)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}

function hasGap(element: Element): boolean {
  return elementsIn(element, (one) => one.attribs['data-gap'] !== undefined).length > 0;
}
