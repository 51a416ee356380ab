/** One scene after the other: what was chosen and what came of it stays on the screen above the present scene. */
import type { QuestionBehaviour } from '../behaviour.ts';
import { pathOf, type ScenarioKey } from './path.ts';

export const behaviour: QuestionBehaviour<ScenarioKey> = (element, key, chosen) => {
  const root = element.querySelector('.scenario');
  const sceneOf = (id: string) => element.querySelector<HTMLElement>(`[data-scene="${id}"]`);
  for (const text of element.querySelectorAll<HTMLElement>('[data-choice]')) text.replaceWith(buttonOf(text));
  let isLocked = false;
  let steps: readonly string[] = [];

  const show = (response: readonly string[]) => {
    const path = pathOf(key, response);
    steps = path.steps;
    for (const { id, choices = [] } of key.scenes) {
      const scene = sceneOf(id);
      const place = path.scenes.findIndex((met) => met.id === id);
      if (scene) scene.hidden = place < 0;
      if (scene && place >= 0) root?.append(scene);
      const made = choices.find((choice) => path.steps.includes(id + choice.id));
      for (const choice of choices) {
        const button = scene?.querySelector<HTMLButtonElement>(`[data-choice="${choice.id}"]`);
        const item = button?.closest('li');
        const consequence = item?.querySelector<HTMLElement>('.consequence');
        if (item) item.hidden = made !== undefined && made !== choice;
        if (button) button.disabled = isLocked || made !== undefined;
        button?.toggleAttribute('data-made', made === choice);
        if (consequence) consequence.hidden = made !== choice;
      }
    }
    for (const { id } of path.scenes) root?.append(sceneOf(id) ?? '');
  };
  root?.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-choice]') : null;
    const scene = button?.closest<HTMLElement>('[data-scene]');
    if (!button || !scene || isLocked) return;
    const response = [...steps, `${scene.dataset.scene}${button.dataset.choice}`];
    show(response);
    chosen(response);
    sceneOf(pathOf(key, response).scenes.at(-1)?.id ?? '')?.focus();
  });
  root?.toggleAttribute('data-played', true);
  return {
    show,
    reveal() {},
    conceal() {},
    lock(locked) {
      isLocked = locked;
      show(steps);
    },
    isComplete: (response) => !pathOf(key, response).scenes.at(-1)?.choices?.length,
    startsOver: true,
  };
};

/** Without a script a choice is a text; with one it can be made. */
function buttonOf(text: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.choice = text.dataset.choice ?? '';
  button.append(...text.childNodes);
  return button;
}
