/** One row of radio buttons a statement, by keyboard and by single taps; a pointer may drag a statement to its group. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import { dragToBins } from '../bins-behaviour.ts';
import type { SortingKey } from './grade.ts';

export const behaviour: QuestionBehaviour<SortingKey> = (element, { statements }, chosen, word) => {
  const inputs = [...element.querySelectorAll<HTMLInputElement>('.statement input')];
  const rows = [...element.querySelectorAll<HTMLElement>('.statement')];
  const clear = () => {
    for (const row of rows) {
      delete row.dataset.verdict;
      row.querySelector('.verdict')?.remove();
    }
  };
  element.addEventListener('change', () => {
    chosen(inputs.filter((input) => input.checked).map((input) => input.value));
  });
  const choicesIn = (row: HTMLElement) => [...row.querySelectorAll<HTMLInputElement>('input:enabled')];
  dragToBins(
    element,
    '.statement',
    'p',
    (row) =>
      choicesIn(row).map(({ value, parentElement }) => ({
        value,
        text: parentElement?.textContent?.trim() ?? '',
      })),
    (row, value) =>
      choicesIn(row)
        .find((input) => input.value === value)
        ?.click(),
  );
  return {
    show(response) {
      for (const input of inputs) input.checked = response.includes(input.value);
    },
    reveal(response, solution) {
      clear();
      for (const { id, group } of statements) {
        const row = rows.find((one) => one.querySelector(`[value^="${id}"]`));
        const answered = response.some((token) => token.startsWith(id));
        if (!row || !(answered || solution)) continue;
        const isRight = response.includes(id + group);
        row.dataset.verdict = isRight ? 'right' : 'wrong';
        const feedback = isRight || solution ? element.querySelector(`[data-feedback="${id}"]`) : null;
        row.append(verdict(word(isRight ? 'answer.right' : 'answer.wrong'), feedback));
      }
    },
    conceal: clear,
    lock(locked) {
      for (const input of inputs) input.disabled = locked;
    },
    isComplete: (response) => response.length === statements.length,
  };
};
