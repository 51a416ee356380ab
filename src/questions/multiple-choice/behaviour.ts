/** Radio buttons or checkboxes, as the view has them: for every question that is answered by choosing. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import type { MultipleChoice } from './schema.ts';

/** @param rightOf the tokens that a right answer chooses */
export function choosing<Key>(rightOf: (key: Key) => readonly string[]): QuestionBehaviour<Key> {
  return (element, key, chosen, word) => {
    const inputs = [...element.querySelectorAll<HTMLInputElement>('.options input')];
    const right = rightOf(key);
    const clear = () => {
      for (const shown of element.querySelectorAll('.verdict')) shown.remove();
      for (const input of inputs) delete input.closest<HTMLElement>('.option')?.dataset.verdict;
    };
    element.addEventListener('change', () => {
      chosen(inputs.filter((input) => input.checked).map((input) => input.value));
    });
    return {
      show(response) {
        for (const input of inputs) input.checked = response.includes(input.value);
      },
      reveal(response, solution) {
        clear();
        for (const input of inputs) {
          const isRight = right.includes(input.value);
          const isChosen = response.includes(input.value);
          const item = input.closest<HTMLElement>('.option');
          if (!item || !(isChosen || (solution && isRight))) continue;
          item.dataset.verdict = isChosen ? (isRight ? 'right' : 'wrong') : 'missed';
          const feedback = isChosen ? element.querySelector(`[data-feedback="${input.value}"]`) : null;
          const label = word(isChosen ? (isRight ? 'answer.right' : 'answer.wrong') : 'answer.missed');
          item.append(verdict(label, feedback));
        }
      },
      conceal: clear,
      lock(locked) {
        for (const input of inputs) input.disabled = locked;
      },
      isComplete: (response) => response.length > 0,
    };
  };
}

export const behaviour = choosing(({ options }: Pick<MultipleChoice, 'options'>) =>
  options.filter((option) => option.correct).map((option) => option.id),
);
