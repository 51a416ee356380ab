/** Says calmly how saving goes; aloud only when it stops going well, and when it goes well again. */
import { intlLocale } from '../locales/direction.ts';
import type { Word, WordKey } from '../locales/word.ts';
import type { SaveState } from '../sitting/saver.ts';

const words: Readonly<Record<Exclude<SaveState['is'], 'saved'>, WordKey>> = {
  connecting: 'save.connecting',
  device: 'save.device',
  elsewhere: 'save.notHere',
  ended: 'save.ended',
  nowhere: 'save.nowhere',
  refused: 'save.refused',
  review: 'save.review',
  saving: 'save.saving',
  waiting: 'save.waiting',
};
const troubles: readonly SaveState['is'][] = ['waiting', 'ended', 'nowhere', 'refused', 'elsewhere'];

export function saveIndicator(document: Document, language: string, word: Word): (state: SaveState) => void {
  const visible = document.querySelector<HTMLElement>('.save');
  const aloud = document.querySelector('.save-aloud');
  let clock: Intl.DateTimeFormat | undefined;
  const time = (at: number) => {
    clock ??= new Intl.DateTimeFormat(intlLocale(language), { hour: '2-digit', minute: '2-digit' });
    return clock.format(at);
  };
  const sentence = (state: SaveState) => {
    if (state.is === 'saved') return word('save.saved', { time: time(state.at) });
    if (state.is === 'waiting' && !state.isKept) return word('save.waitingNowhere');
    return word(words[state.is]);
  };
  let wasTrouble = false;
  return (state) => {
    const text = sentence(state);
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
