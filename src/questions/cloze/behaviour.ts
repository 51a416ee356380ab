/** Fields in the middle of a text, to type in or to choose from. */
import { type QuestionBehaviour, verdict } from '../behaviour.ts';
import { dragging, mark } from '../dragging-behaviour.ts';
import { roomFor } from '../folding.ts';
import { type ClozeKey, isFilled, textIn } from './grade.ts';

type Field = HTMLInputElement | HTMLSelectElement;

export const behaviour: QuestionBehaviour<ClozeKey> = (element, key, chosen, word) => {
  const fieldOf = (gap: string) => element.querySelector<Field>(`[data-gap="${gap}"]`);
  const clear = () => {
    for (const field of element.querySelectorAll<HTMLElement>('[data-gap]')) delete field.dataset.verdict;
    for (const shown of element.querySelectorAll('.verdict')) shown.remove();
  };
  for (const { id, accepted } of key.gaps) {
    const field = fieldOf(id);
    if (field instanceof HTMLInputElement) field.maxLength = roomFor(accepted);
    field?.addEventListener('input', () =>
      chosen(
        key.gaps.flatMap((gap) => {
          const text = fieldOf(gap.id)?.value ?? '';
          return text.trim() === '' ? [] : [`${gap.id}=${text}`];
        }),
      ),
    );
  }
  const tray = wordsToDrag(element);
  return {
    show(response) {
      for (const { id } of key.gaps) {
        const field = fieldOf(id);
        if (field && field.value !== textIn(response, id)) field.value = textIn(response, id);
      }
    },
    reveal(response, solution) {
      clear();
      for (const gap of key.gaps) {
        const isRight = isFilled(key, gap, response);
        const field = fieldOf(gap.id);
        const told = element.querySelector<HTMLElement>(`[data-told="${gap.id}"]`);
        if (field) field.dataset.verdict = isRight ? 'right' : 'wrong';
        if (told) told.dataset.verdict = isRight ? 'right' : 'wrong';
        const said = isRight ? 'feedback' : 'answer';
        const words = isRight || solution ? element.querySelector(`[data-${said}="${gap.id}"]`) : null;
        told?.append(verdict(word(isRight ? 'answer.right' : 'answer.wrong'), words, field));
      }
    },
    conceal: clear,
    lock(locked) {
      tray?.toggleAttribute('hidden', locked);
      for (const { id } of key.gaps) {
        const field = fieldOf(id);
        if (field) field.disabled = locked;
      }
    },
    isComplete: (response) => response.length === key.gaps.length,
  };
};

/** The words of gaps that are chosen, each once, to be dragged into the text: for the pointer alone. */
function wordsToDrag(element: HTMLElement): HTMLElement | null {
  const gaps = [...element.querySelectorAll<HTMLSelectElement>('select.gap')];
  if (gaps.length === 0) return null;
  const tray = document.createElement('p');
  tray.className = 'tray';
  tray.setAttribute('aria-hidden', 'true');
  for (const text of new Set(gaps.flatMap(({ options }) => [...options].slice(1).map((one) => one.value)))) {
    const chip = document.createElement('span');
    chip.textContent = text;
    tray.append(chip, ' ');
  }
  element.querySelector('.cloze')?.before(tray);
  dragging(element, '.tray > span', (chip) => {
    const text = chip.textContent ?? '';
    const gapAt = (under: Element | null) =>
      gaps.find(
        (gap) => gap === under && !gap.disabled && [...gap.options].some(({ value }) => value === text),
      );
    return {
      shown: chip,
      scrolls: true,
      over: (under) => mark(gapAt(under) ?? null, element),
      drop(under) {
        mark(null, element);
        const gap = gapAt(under);
        if (!gap) return;
        gap.value = text;
        gap.dispatchEvent(new Event('input', { bubbles: true }));
      },
    };
  });
  return tray;
}
