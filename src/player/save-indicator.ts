/** Says calmly how saving goes; aloud only when it stops going well, and when it goes well again. */
import type { Word, WordKey } from '../locales/word.ts';
import type { SaveState } from './saver.ts';

const words: Readonly<Record<Exclude<SaveState['is'], 'saved'>, WordKey>> = {
  connecting: 'save.connecting',
  device: 'save.device',
  nowhere: 'save.nowhere',
  refused: 'save.refused',
  review: 'save.review',
  saving: 'save.saving',
  waiting: 'save.waiting',
  'waiting-nowhere': 'save.waitingNowhere',
};
const troubles: readonly SaveState['is'][] = ['waiting', 'waiting-nowhere', 'nowhere', 'refused'];

export function saveIndicator(document: Document, language: string, word: Word): (state: SaveState) => void {
  const visible = document.querySelector<HTMLElement>('.save');
  const aloud = document.querySelector('.save-aloud');
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  let wasTrouble = false;
  return (state) => {
    const text =
      state.is === 'saved' ? word('save.saved', { time: clock.format(state.at) }) : word(words[state.is]);
    const isTrouble = troubles.includes(state.is);
    if (visible) {
      visible.dataset.state = state.is;
      if (visible.textContent !== text) visible.textContent = text;
    }
    if (aloud && isTrouble !== wasTrouble && state.is !== 'saving') {
      aloud.textContent = text;
      wasTrouble = isTrouble;
    }
  };
}
