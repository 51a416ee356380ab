/** A list to choose from beside each item, by keyboard and by single taps; a pointer may drag an item to its match. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import { dragToBins } from '../bins-behaviour.ts';
import type { MatchingKey } from './grade.ts';

export const behaviour: QuestionBehaviour<MatchingKey> = (element, { items }, chosen, word) => {
  const selects = [...element.querySelectorAll<HTMLSelectElement>('.match select')];
  const itemOf = (select: HTMLSelectElement) => select.dataset.item ?? '';
  const clear = () => {
    for (const select of selects) {
      const row = select.closest<HTMLElement>('.match');
      if (row) delete row.dataset.verdict;
      row?.querySelector('.verdict')?.remove();
    }
  };
  element.addEventListener('change', () => {
    chosen(selects.filter(({ value }) => value !== '').map((select) => itemOf(select) + select.value));
  });
  const selectIn = (row: HTMLElement) => row.querySelector<HTMLSelectElement>('select:enabled');
  dragToBins(
    element,
    '.match',
    'label',
    (row) =>
      [...(selectIn(row)?.options ?? [])]
        .filter(({ value }) => value !== '')
        .map(({ value, text }) => ({ value, text })),
    (row, value) => {
      const select = selectIn(row);
      if (!select) return;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
  );
  return {
    show(response) {
      for (const select of selects)
        select.value = response.find((token) => token.startsWith(itemOf(select)))?.slice(1) ?? '';
    },
    reveal(response, solution) {
      clear();
      for (const select of selects) {
        const item = items.find(({ id }) => id === itemOf(select));
        if (!item || !(select.value || solution)) continue;
        const isRight = response.includes(item.id + item.target);
        const row = select.closest<HTMLElement>('.match');
        const said = isRight ? 'feedback' : 'answer';
        const words = isRight || solution ? element.querySelector(`[data-${said}="${item.id}"]`) : null;
        if (row) row.dataset.verdict = isRight ? 'right' : 'wrong';
        row?.append(verdict(word(isRight ? 'answer.right' : 'answer.wrong'), words, select));
      }
    },
    conceal: clear,
    lock(locked) {
      for (const select of selects) select.disabled = locked;
    },
    isComplete: (response) => response.length === items.length,
  };
};
