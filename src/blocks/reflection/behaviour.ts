import type { BlockBehaviour } from '../behaviour.ts';

/** Keeps what is written; the count says how much room is left once it gets short. */
export const behaviour: BlockBehaviour = (element, kept, keep, word) => {
  const area = element.querySelector('textarea');
  const count = element.querySelector('[data-count]');
  if (!area) return;
  area.value = kept;
  const tell = () => {
    const left = area.maxLength - area.value.length;
    if (count) count.textContent = left <= area.maxLength / 4 ? word('reflection.left', { count: left }) : '';
  };
  tell();
  area.addEventListener('input', () => {
    tell();
    keep(area.value);
  });
};
