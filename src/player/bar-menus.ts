/** What opens below the bar closes again: by Escape, and by a click beside it. */
export function connectBarMenus(document: Document): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>('.bar details');
  for (const menu of menus)
    menu.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  document.addEventListener('click', ({ target }) => {
    for (const menu of menus) if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
