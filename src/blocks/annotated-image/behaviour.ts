/** Numbered points on the picture: each leads to its text below. */
import type { BlockBehaviour } from '../behaviour.ts';

export const behaviour: BlockBehaviour = (element) => {
  const picture = element.querySelector('.annotated-picture');
  const texts = [...element.querySelectorAll<HTMLElement>('li[data-x]')];
  for (const [index, text] of texts.entries()) {
    const point = document.createElement('button');
    point.type = 'button';
    point.textContent = String(index + 1);
    point.setAttribute('aria-label', `${index + 1} ${text.querySelector('strong')?.textContent}`);
    // The picture is not mirrored where the writing is: left is left.
    point.style.left = `${text.dataset.x}%`;
    point.style.top = `${text.dataset.y}%`;
    point.addEventListener('click', () => {
      for (const other of texts) other.toggleAttribute('data-marked', other === text);
      text.focus();
    });
    picture?.append(point);
  }
};
