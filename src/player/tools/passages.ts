/** What can be found in a course: the text of its open pages as it stands in the document, passage by passage. */
import { outlinePages } from '../../course/outline.ts';
import type { Passage } from '../../search/search.ts';
import type { ToolContext } from './tool.ts';

export interface PlacedPassage extends Passage {
  readonly pageTitle: string;
  readonly place: HTMLElement;
}

const passage = 'p, li, dt, dd, h3, h4, h5, td, th, caption, figcaption, summary, blockquote';
/** Questions and their answers, controls, and what is not shown on its page; the page itself may be laid out beforehand. */
const notText =
  '[data-question], .assessment, .glossary, button, textarea, .hidden-text, [hidden], .page [aria-hidden="true"]';

export function passagesOf({ document, sitting, pages }: ToolContext): PlacedPassage[] {
  return outlinePages(sitting.session.outline).flatMap(({ id, title }) => {
    const root = document.getElementById(id);
    const heading = root?.querySelector<HTMLElement>('h2');
    if (!root || !heading || !pages.isOpen(id)) return [];
    const parts = new Map<HTMLElement, string>();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      if (!around || heading.contains(around) || around.closest(notText)) continue;
      const part = around.closest<HTMLElement>(passage) ?? around;
      parts.set(part, (parts.get(part) ?? '') + node.nodeValue);
    }
    const texts = [...parts].map(([place, text]) => ({ place, text: text.replace(/\s+/g, ' ').trim() }));
    return [
      { page: id, pageTitle: title, isTitle: true, text: title, place: heading },
      ...texts
        .filter(({ text }) => text !== '')
        .map((one) => ({ page: id, pageTitle: title, isTitle: false, ...one })),
    ];
  });
}
