/**
 * The page that comes next gets ready while the learner reads this one: alive, styled and laid out. A turn has only to
 * show it. Until then it is as hidden as all others: to eyes, keys, screen readers and the browser's search.
 */

/** Milliseconds: where no idle moment comes, it is done then. */
const longest = 1_000;

/**
 * @param following   the page after the one that is shown
 * @param bringToLife is called with it
 * @returns to be called after each turn
 */
export function nextPage(
  following: () => HTMLElement | null,
  bringToLife: (page: HTMLElement) => void,
): () => void {
  let near: HTMLElement | null = null;
  const getReady = () => {
    const page = following();
    if (page === near) return;
    near?.removeAttribute('aria-hidden');
    near = page;
    if (!page) return;
    bringToLife(page);
    page.setAttribute('aria-hidden', 'true');
    // What is hidden so is laid out when somebody asks for it, and stays so.
    page.lastElementChild?.getBoundingClientRect();
  };
  return () => {
    // Safari tells of none.
    if ('requestIdleCallback' in window) requestIdleCallback(getReady, { timeout: longest });
    else setTimeout(getReady, longest);
  };
}
