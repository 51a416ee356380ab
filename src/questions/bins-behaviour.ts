/**
 * What an item can be dragged to: it stands at the foot of the window while something is dragged, in reach from
 * wherever the item is, and nothing on the page moves for it.
 */
import { dragging, makeGrip, mark } from './dragging-behaviour.ts';

export interface Bin {
  readonly value: string;
  readonly text: string;
}

/**
 * @param rows   a selector of the items
 * @param named  finds in an item the element with its words
 * @param binsOf what there is to choose for an item; nothing where it is locked
 * @param choose is called with what an item was dropped on
 */
export function dragToBins(
  root: HTMLElement,
  rows: string,
  named: string,
  binsOf: (row: HTMLElement) => readonly Bin[],
  choose: (row: HTMLElement, value: string) => void,
): void {
  for (const row of root.querySelectorAll(rows)) row.querySelector(named)?.prepend(makeGrip());
  dragging(root, '.grip', (grip) => {
    const row = grip.closest<HTMLElement>(rows);
    const bins = row ? binsOf(row) : [];
    if (!row || bins.length === 0) return null;
    const panel = document.createElement('div');
    panel.className = 'bins';
    panel.setAttribute('aria-hidden', 'true');
    for (const { value, text } of bins) {
      const bin = document.createElement('div');
      bin.dataset.bin = value;
      bin.textContent = text;
      panel.append(bin);
    }
    root.append(panel);
    const binAt = (element: Element | null) => element?.closest<HTMLElement>('[data-bin]') ?? null;
    return {
      shown: row.querySelector<HTMLElement>(named) ?? row,
      scrolls: false,
      over: (element) => mark(binAt(element), panel),
      drop(element) {
        panel.remove();
        const { bin } = binAt(element)?.dataset ?? {};
        if (bin !== undefined) choose(row, bin);
      },
    };
  });
}
