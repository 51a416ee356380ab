/** Sections become tabs, moved along with the arrow keys (WAI-ARIA Authoring Practices, tabs pattern). */
import type { BlockBehaviour } from '../behaviour.ts';

let count = 0;

export const behaviour: BlockBehaviour = (element) => {
  const root = element.querySelector('.tabs');
  const panels = [...element.querySelectorAll<HTMLElement>('.tab-panel')];
  if (!root) return;
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  const tabs = panels.map((panel) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `cw-tab-${count++}`;
    tab.textContent = panel.querySelector('h3')?.textContent ?? '';
    tab.setAttribute('role', 'tab');
    panel.id = `${tab.id}-panel`;
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    panel.tabIndex = 0;
    return tab;
  });
  const open = (wanted: number, focus: boolean) => {
    const chosen = (wanted + tabs.length) % tabs.length;
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index]?.toggleAttribute('data-open', index === chosen);
    }
    if (focus) tabs[chosen]?.focus();
  };
  for (const [index, tab] of tabs.entries()) tab.addEventListener('click', () => open(index, false));
  list.addEventListener('keydown', (event) => {
    const here = tabs.indexOf(event.target as HTMLButtonElement);
    const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: here + forward,
      ArrowLeft: here - forward,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open(to, true);
  });
  list.append(...tabs);
  root.prepend(list);
  root.toggleAttribute('data-tabbed', true);
  open(0, false);
};
