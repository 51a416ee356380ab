/** Another order for each attempt, where the author allows it. */
import { seedOf, shuffled } from '../session/draw.ts';

/**
 * Reorders what there is to choose: the children of each list that the question's view marks with `data-list`.
 * @param seed any text; the same one gives the same order
 */
export function shuffleLists(question: HTMLElement, seed: string): void {
  if (!question.hasAttribute('data-shuffle')) return;
  for (const list of question.querySelectorAll('[data-list]')) {
    const items = [...list.children].filter((item) => !item.hasAttribute('data-stays'));
    // What can be chosen beside several items stands in the same order beside each.
    list.append(...shuffled(inFirstOrder(items), seedOf(`${seed} ${list.tagName}`)));
  }
}

/** As the document had them, so that the same seed comes to the same order after an earlier shuffle. */
function inFirstOrder(items: readonly Element[]): HTMLElement[] {
  const elements = items as readonly HTMLElement[];
  for (const [index, item] of elements.entries()) item.dataset.place ??= String(index);
  return [...elements].sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place));
}
