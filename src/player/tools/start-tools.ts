/** Starts the tools: from here on they listen for keys and fingers themselves. */
import { type Words, wordsIn } from '../../locales/word.ts';
import { element } from '../element.ts';
import { readPackageData } from '../package-data.ts';
import type { StartTools } from '../tools.ts';
import { openCertificate } from './certificate.ts';
import { openGlossary } from './glossary.ts';
import { openHandout } from './handout.ts';
import { connectMarkButton, toggleMark } from './mark.ts';
import { openNotebook } from './notebook.ts';
import { openNotes } from './notes.ts';
import { printReceipt } from './receipt.ts';
import { openSearch } from './search.ts';
import { createShortcuts } from './shortcuts.ts';
import { watchSwipes } from './swipe.ts';
import type { Tool, ToolContext } from './tool.ts';

export const startTools: StartTools = async (window, sitting, pages, receipt) => {
  const { document } = window;
  if (!(await fetchStyle(document))) return undefined;
  const { outline } = sitting.session;
  const words = { ...readPackageData(document).words, ...import.meta.toolWords?.[outline.language] } as Words;
  const context: ToolContext = {
    window,
    document,
    sitting,
    pages,
    receipt,
    notes: openNotebook(window, outline.id, sitting.opening.learner),
    word: wordsIn(outline.language, words),
  };
  const shortcuts = createShortcuts(context, (name) => tools[name]?.(context));
  const tools: Readonly<Record<string, Tool>> = {
    search: openSearch,
    mark: toggleMark,
    notes: openNotes,
    glossary: openGlossary,
    handout: openHandout,
    certificate: openCertificate,
    receipt: printReceipt,
    shortcuts: shortcuts.show,
  };
  document.addEventListener('keydown', shortcuts.press);
  watchSwipes(window);
  connectMarkButton(context);
  return {
    open(name) {
      // What was chosen from the menu closes it; the focus comes back to the menu after.
      const menu = document.querySelector<HTMLDetailsElement>('.tools-menu[open]');
      if (menu && name !== '') {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      }
      tools[name]?.(context);
    },
    press: shortcuts.press,
  };
};

function fetchStyle(document: Document): Promise<boolean> {
  return new Promise((resolve) => {
    const link = element('link', { rel: 'stylesheet', href: 'tools.css' });
    link.onload = () => resolve(true);
    link.onerror = () => {
      link.remove();
      resolve(false);
    };
    document.head.append(link);
  });
}
