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
  const panel = document.querySelector('.save-panel');
  const detail = panel?.querySelector('.save-detail');
  const now = panel?.querySelector<HTMLButtonElement>('[data-action="save-now"]');
  const clock = new Intl.DateTimeFormat(intlLocale(language), { timeStyle: 'medium' });
  const waiting = ({ savedAt, answers, again }: Waiting): string[] => [
    savedAt === null ? word('save.never') : word('save.last', { time: clock.format(savedAt) }),
    ...(answers > 0 ? [word('save.answers', { count: answers })] : []),
    ...(again === null ? [] : [word('save.again', { time: clock.format(again) })]),
  ];
  const lines = (state: SaveState): string[] => {
    if (state.is === 'saved') return [word('save.acknowledged', { time: clock.format(state.at) })];
    return state.is === 'waiting' || state.is === 'ended' ? waiting(state) : [];
  };
  now?.addEventListener('click', () => saver.saveNow());
  return (state) => {
    if (now) now.hidden = state.is !== 'waiting';
    detail?.replaceChildren(...lines(state).map((line) => element('p', {}, line)));
  };
}
