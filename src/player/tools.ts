/**
 * What is not needed when a course opens (search, notes, glossary, shortcuts, handout, certificate) is a script of its
 * own, `tools.js`, fetched when one of them is first used. A classic script, because modules do not load from a disk.
 */
import type { Word } from '../locales/word.ts';
import type { OpenedSitting } from '../sitting/sitting.ts';
import { element } from './element.ts';
import { showNotice } from './notice.ts';
import type { Pages } from './pages.ts';
import type { Row } from './receipt.ts';

export interface Tools {
  /** Opens or does what a control names in `data-tool`; nothing where it names none. */
  open(name: string): void;
  /** Acts on a key, where it is a shortcut. */
  press(event: KeyboardEvent): void;
}

/** What the script of the tools leaves for the player; undefined comes of it where their stylesheet does not. */
export type StartTools = (
  window: Window,
  sitting: OpenedSitting,
  pages: Pages,
  receipt: () => readonly Row[],
) => Promise<Tools | undefined>;

export function connectTools(
  window: Window,
  sitting: OpenedSitting,
  pages: Pages,
  receipt: () => readonly Row[],
  word: Word,
): void {
  const { document } = window;
  let coming: Promise<Tools | undefined> | undefined;
  const fetchOnce = async () => {
    coming ??= fetchTools(document).then((start) => start?.(window, sitting, pages, receipt));
    const tools = await coming;
    if (!tools) coming = undefined;
    return tools;
  };
  document.addEventListener('click', async ({ target }) => {
    const used = target instanceof Element ? target.closest<HTMLElement>('[data-tool], .tools-menu') : null;
    if (!used) return;
    const tools = await fetchOnce();
    if (tools) tools.open(used.dataset.tool ?? '');
    else showNotice(document, word('notice.tools'), word('notice.close'));
  });
  // The first key that may be a shortcut, and the first finger that moves: from then on the tools listen themselves.
  document.addEventListener('keydown', async (event) => {
    const { key, target } = event;
    const isTyping = target instanceof Element && target.matches('input, textarea, select');
    if (!coming && !isTyping && key.length === 1 && key > ' ') (await fetchOnce())?.press(event);
  });
  document.addEventListener('touchmove', fetchOnce, { once: true, passive: true });
}

function fetchTools(document: Document): Promise<StartTools | undefined> {
  return new Promise((resolve) => {
    const script = element('script', { src: 'tools.js' });
    script.onload = () => resolve(window.coursewrightTools);
    script.onerror = () => {
      script.remove();
      resolve(undefined);
    };
    document.head.append(script);
  });
}
