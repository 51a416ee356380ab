/** A field to type in: for every question that is answered by one text. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import { roomFor } from '../folding.ts';
import { type FillInKey, grade } from './grade.ts';

export interface Typing<Key> {
  /** Most characters that can be typed. */
  readonly room: (key: Key) => number;
  readonly isComplete: (text: string) => boolean;
  /** Whether it is right; null where nothing is right or wrong. */
  readonly isRight: (key: Key, text: string) => boolean | null;
}

export function typing<Key>({ room, isComplete, isRight }: Typing<Key>): QuestionBehaviour<Key> {
  return (element, key, chosen, word) => {
    const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      '.typed :is(input, textarea)',
    );
    const clear = () => {
      if (field) delete field.parentElement?.dataset.verdict;
      element.querySelector('.typed .verdict')?.remove();
    };
    if (field) field.maxLength = room(key);
    field?.addEventListener('input', () => chosen(field.value.trim() === '' ? [] : [field.value]));
    return {
      show([text = '']) {
        if (field && field.value !== text) field.value = text;
      },
      reveal([text = ''], solution) {
        clear();
        const right = isRight(key, text);
        const row = field?.parentElement;
        if (!row || right === null) return;
        row.dataset.verdict = right ? 'right' : 'wrong';
        const answer = !right && solution ? element.querySelector('.key [data-answer]') : null;
        row.append(verdict(word(right ? 'answer.right' : 'answer.wrong'), answer));
      },
      conceal: clear,
      lock(locked) {
        if (field) field.readOnly = locked;
      },
      isComplete: ([text = '']) => isComplete(text),
    };
  };
}

export const behaviour = typing<FillInKey>({
  room: ({ accepted }) => roomFor(accepted),
  isComplete: (text) => text.trim() !== '',
  isRight: (key, text) => grade(key, [text]) === 1,
});
