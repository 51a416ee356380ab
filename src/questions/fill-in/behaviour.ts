/** A field to type in: for every question that is answered by one text. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import { roomFor } from '../folding.ts';
import { anticipatedIn, type FillInKey, grade } from './grade.ts';

export interface Typing<Key> {
  /** Most characters that can be typed. */
  readonly room: (key: Key) => number;
  readonly isComplete: (text: string) => boolean;
  /** Whether it is right; null where nothing is right or wrong. */
  readonly isRight: (key: Key, text: string) => boolean | null;
  /** The place of the mistake that the author expected; -1 for another. Left out where none can be. */
  readonly anticipated?: (key: Key, text: string) => number;
}

export function typing<Key>({ room, isComplete, isRight, anticipated }: Typing<Key>): QuestionBehaviour<Key> {
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
        const place = right ? -1 : (anticipated?.(key, text) ?? -1);
        const feedback = element.querySelector(`.key [data-anticipated="${place}"]`);
        const said = verdict(word(right ? 'answer.right' : 'answer.wrong'), feedback, field);
        if (answer) said.append(' ', ...answer.cloneNode(true).childNodes);
        row.append(said);
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
  anticipated: anticipatedIn,
});
