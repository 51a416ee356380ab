/** The areas of the picture and the list below it are the same choice: one for the pointer, one for every way. */
import type { QuestionBehaviour } from '../behaviour.ts';
import { choosing } from '../multiple-choice/behaviour.ts';
import type { HotspotKey } from './grade.ts';

const chooses = choosing<HotspotKey>(({ areas }) =>
  areas.filter(({ correct }) => correct).map(({ id }) => id),
);

export const behaviour: QuestionBehaviour<HotspotKey> = (element, key, chosen, word) => {
  const view = chooses(element, key, chosen, word);
  const shapes = [...element.querySelectorAll<SVGElement>('[data-area]')];
  const inputOf = (shape: SVGElement) =>
    element.querySelector<HTMLInputElement>(`.options input[value="${shape.dataset.area}"]`);
  const mirror = () => {
    for (const shape of shapes) shape.toggleAttribute('data-chosen', inputOf(shape)?.checked ?? false);
  };
  for (const shape of shapes) shape.addEventListener('click', () => inputOf(shape)?.click());
  element.addEventListener('change', mirror);
  return {
    ...view,
    show(response) {
      view.show(response);
      mirror();
    },
    reveal(response, solution) {
      view.reveal(response, solution);
      for (const shape of shapes) {
        const told = inputOf(shape)?.closest<HTMLElement>('.option')?.dataset.verdict;
        if (told) shape.dataset.verdict = told;
        else delete shape.dataset.verdict;
      }
    },
    conceal() {
      view.conceal();
      for (const shape of shapes) delete shape.dataset.verdict;
    },
  };
};
