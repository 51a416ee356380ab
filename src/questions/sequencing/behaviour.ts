/** Two buttons beside each item move it up and down, by keyboard and by single taps; a pointer may drag it. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import { dragging, makeGrip } from '../dragging-behaviour.ts';
import type { SequencingKey } from './grade.ts';

export const behaviour: QuestionBehaviour<SequencingKey> = (element, key, chosen, word) => {
  const list = element.querySelector('.sequence');
  const first = [...element.querySelectorAll<HTMLElement>('.sequence-item')];
  const status = element.querySelector('.sequence-status');
  const items = () => [...(list?.querySelectorAll<HTMLElement>('.sequence-item') ?? [])];
  const markOf = (item: HTMLElement) => item.dataset.mark ?? '';
  const buttons = (item: HTMLElement) => [...item.querySelectorAll<HTMLButtonElement>('button')];
  let isLocked = false;

  const settle = () => {
    for (const [index, item] of items().entries())
      for (const button of buttons(item))
        button.disabled =
          isLocked || (button.dataset.move === 'up' ? index === 0 : index === first.length - 1);
  };
  const clear = () => {
    for (const item of items()) {
      delete item.dataset.verdict;
      item.querySelector('.verdict')?.remove();
    }
  };
  list?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const item = button?.closest<HTMLElement>('.sequence-item');
    if (!button || !item) return;
    const isUp = button.dataset.move === 'up';
    const other = isUp ? item.previousElementSibling : item.nextElementSibling;
    if (isUp) other?.before(item);
    else other?.after(item);
    settle();
    // At either end the button that was pressed is of no more use; its neighbour takes the focus.
    (button.disabled ? buttons(item).find((one) => !one.disabled) : button)?.focus();
    tell(item);
  });
  const tell = (item: HTMLElement) => {
    const place = items().indexOf(item) + 1;
    const text = item.querySelector('.sequence-text')?.textContent ?? '';
    status?.replaceChildren(word('sequencing.moved', { text, place, total: first.length }));
    chosen(items().map(markOf));
  };
  for (const item of first) item.prepend(makeGrip());
  dragging(element, '.grip', (grip) => {
    const item = grip.closest<HTMLElement>('.sequence-item');
    if (!item || isLocked) return null;
    const before = items();
    item.toggleAttribute('data-dragged', true);
    return {
      scrolls: true,
      over(under, y) {
        const other = under?.closest<HTMLElement>('.sequence-item');
        if (!other || other === item || !items().includes(other)) return;
        const { top, height } = other.getBoundingClientRect();
        // Past the middle of its neighbour it changes places with it.
        if (y < top + height / 2) other.before(item);
        else other.after(item);
        settle();
      },
      drop(under) {
        item.removeAttribute('data-dragged');
        if (!under) list?.append(...before);
        settle();
        if (under) tell(item);
      },
    };
  });
  settle();
  return {
    show(response) {
      const order = response.flatMap((mark) => first.find((item) => markOf(item) === mark) ?? []);
      list?.append(...order, ...first.filter((item) => !order.includes(item)));
      settle();
    },
    reveal(response, solution) {
      clear();
      for (const [index, item] of items().entries()) {
        const place = key.items.findIndex(({ id }) => id === markOf(item));
        const isRight = response[index] === key.items[index]?.id;
        item.dataset.verdict = isRight ? 'right' : 'wrong';
        const label = isRight
          ? word('answer.right')
          : solution
            ? word('sequencing.belongs', { place: place + 1 })
            : word('answer.wrong');
        item.append(verdict(label, null));
      }
    },
    conceal: clear,
    lock(locked) {
      isLocked = locked;
      list?.toggleAttribute('data-locked', locked);
      settle();
    },
    isComplete: (response) => response.length === first.length,
  };
};
