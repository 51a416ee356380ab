/** Behind the save indicator: when the LMS last acknowledged something, what waits, when it is tried again, a receipt. */
import { intlLocale } from '../locales/direction.ts';
import type { Word } from '../locales/word.ts';
import type { Saver, SaveState, Waiting } from '../sitting/saver.ts';
import { element } from './element.ts';

/** @returns to be called with each state of saving, beside the indicator */
export function connectSavePanel(
  document: Document,
  saver: Saver,
  language: string,
  word: Word,
): (state: SaveState) => void {
  const panel = document.querySelector<HTMLDetailsElement>('.save-panel');
  const detail = panel?.querySelector('.save-detail');
  const now = panel?.querySelector<HTMLButtonElement>('[data-action="save-now"]');
  const time = (at: number) =>
    new Intl.DateTimeFormat(intlLocale(language), { timeStyle: 'medium' }).format(at);
  const waiting = ({ savedAt, answers, again }: Waiting): string[] => [
    savedAt === null ? word('save.never') : word('save.last', { time: time(savedAt) }),
    ...(answers > 0 ? [word('save.answers', { count: answers })] : []),
    ...(again === null ? [] : [word('save.again', { time: time(again) })]),
  ];
  const lines = (state: SaveState): string[] => {
    if (state.is === 'saved') return [word('save.acknowledged', { time: time(state.at) })];
    return state.is === 'waiting' || state.is === 'ended' ? waiting(state) : [];
  };
  now?.addEventListener('click', () => saver.saveNow());
  // Nobody sees it while it is closed, and a page turn tells of three states.
  let latest: SaveState | null = null;
  const show = () => {
    if (panel?.open && latest)
      detail?.replaceChildren(...lines(latest).map((line) => element('p', {}, line)));
  };
  panel?.addEventListener('toggle', show);
  return (state) => {
    if (now) now.hidden = state.is !== 'waiting';
    latest = state;
    show();
  };
}
