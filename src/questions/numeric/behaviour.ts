import type { QuestionBehaviour } from '../behaviour.ts';
import { typing } from '../fill-in/behaviour.ts';
import { anticipatedIn, grade, type NumericKey, room } from './grade.ts';
import { readNumber } from './read-number.ts';

const typed = typing<NumericKey>({
  room: () => room,
  isComplete: (text) => readNumber(text) !== null,
  isRight: (key, text) => grade(key, [text]) === 1,
  anticipated: anticipatedIn,
});

/** Says at once when what stands in the field is no number. */
export const behaviour: QuestionBehaviour<NumericKey> = (element, key, chosen, word) => {
  const field = element.querySelector<HTMLInputElement>('.typed input');
  const note = element.querySelector('.typed-note');
  field?.addEventListener('change', () => {
    const isWrongKind = field.value.trim() !== '' && readNumber(field.value) === null;
    field.setAttribute('aria-invalid', String(isWrongKind));
    if (isWrongKind && note) field.setAttribute('aria-describedby', note.id);
    note?.replaceChildren(isWrongKind ? word('numeric.notANumber') : '');
  });
  return typed(element, key, chosen, word);
};
