/** Keys for what is done often. They can be turned off (WCAG 2.1.4), and never act while somebody types. */
import type { WordKey } from '../../locales/word.ts';
import { attempt } from '../../sitting/attempt.ts';
import { element } from '../element.ts';
import { openPanel } from './panel.ts';
import type { Tool, ToolContext } from './tool.ts';

const keys: readonly (readonly [key: string, does: string, WordKey])[] = [
  ['n', 'next', 'tools.keyNext'],
  ['p', 'previous', 'tools.keyPrevious'],
  ['o', 'outline', 'tools.keyOutline'],
  ['s', 'search', 'tools.search'],
  ['b', 'mark', 'tools.mark'],
  ['m', 'notes', 'tools.notes'],
  ['g', 'glossary', 'tools.glossary'],
  ['h', 'handout', 'tools.handout'],
  ['?', 'shortcuts', 'tools.shortcuts'],
];

/** One setting for all courses of this browser. */
const setting = 'coursewright/shortcuts';

export interface Shortcuts {
  press(event: KeyboardEvent): void;
  readonly show: Tool;
}

export function createShortcuts({ window, document }: ToolContext, open: (tool: string) => void): Shortcuts {
  let isOn = attempt(() => window.localStorage.getItem(setting)) !== 'off';
  const has = (does: string) =>
    does !== 'glossary' || document.querySelector('[data-tool="glossary"]') !== null;
  const act = (does: string) => {
    if (does === 'next' || does === 'previous') turn(document, does);
    else if (does === 'outline') goToOutline(document);
    else open(does);
  };
  return {
    press(event) {
      if (!isOn || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || document.querySelector('dialog[open], .outline[data-open]')) return;
      const [, does] = keys.find(([key]) => key === keyOf(event)) ?? [];
      if (does === undefined || !has(does)) return;
      event.preventDefault();
      act(does);
    },
    show(context) {
      const { word } = context;
      const box = element('input', { type: 'checkbox' });
      box.checked = isOn;
      box.addEventListener('change', () => {
        isOn = box.checked;
        attempt(() => window.localStorage.setItem(setting, isOn ? 'on' : 'off'));
      });
      const rows = keys
        .filter(([, does]) => has(does))
        .flatMap(([key, , name]) => [
          element('dt', {}, element('kbd', {}, key)),
          element('dd', {}, word(name)),
        ]);
      openPanel(
        context,
        'shortcuts',
        word('tools.shortcuts'),
        element('p', {}, element('label', {}, box, ` ${word('tools.shortcutsOn')}`)),
        element('p', { class: 'panel-note' }, word('tools.shortcutsAbout')),
        element('dl', { class: 'shortcut-list' }, ...rows),
      );
    },
  };
}

/** The letter on the key, where the keyboard writes another script. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key === '؟' || key === '？') return '?';
  return /^[a-z?]$/i.test(key) || !/^Key[A-Z]$/.test(code) ? key.toLowerCase() : code.slice(3).toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  const field =
    target instanceof Element ? target.closest('input, textarea, select, [contenteditable]') : null;
  return field !== null && !/^(checkbox|radio|button)$/.test(field.getAttribute('type') ?? '');
}

/** As the button does, and only where it is there to be pressed. */
export function turn(document: Document, way: 'next' | 'previous'): void {
  const button = document.querySelector<HTMLButtonElement>(`[data-turn="${way}"]`);
  if (button?.getClientRects().length) button.click();
}

function goToOutline(document: Document): void {
  const opener = document.querySelector<HTMLElement>('[data-outline="open"]');
  if (opener?.getClientRects().length) opener.click();
  else document.querySelector<HTMLElement>('.outline a[aria-current]')?.focus();
}
