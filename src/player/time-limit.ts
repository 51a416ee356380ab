/** The time left of an attempt: on the screen by the second, aloud only when it gets short. */
import type { Word } from '../locales/word.ts';

/** Minutes left at which a screen reader is told. */
const warnings = [10, 5, 1];

/**
 * @param deadline when the attempt ends, in milliseconds since 1970; null while there is nothing to wait for
 * @param timeUp   is called once the deadline has passed
 * @returns to be called when the deadline may have changed
 */
export function watchTimeLimit(
  root: HTMLElement,
  deadline: () => number | null,
  now: () => number,
  word: Word,
  timeUp: () => void,
): () => void {
  const shown = root.querySelector<HTMLElement>('.assessment-time');
  const aloud = root.querySelector<HTMLElement>('.assessment-time-aloud');
  let timer: ReturnType<typeof setInterval> | undefined;
  let told = Number.POSITIVE_INFINITY;
  const tick = () => {
    const end = deadline();
    if (end === null) {
      clearInterval(timer);
      shown?.replaceChildren();
      return;
    }
    const seconds = Math.max(0, Math.ceil((end - now()) / 1000));
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    shown?.replaceChildren(word('assessment.timeLeft', { time: clock }));
    const warning = warnings.findLast((minutes) => seconds <= minutes * 60);
    if (warning !== undefined && warning < told && seconds > 0) {
      told = warning;
      aloud?.replaceChildren(word('assessment.timeSoon', { count: Math.ceil(seconds / 60) }));
    }
    if (seconds > 0) return;
    clearInterval(timer);
    timeUp();
  };
  return () => {
    clearInterval(timer);
    told = Number.POSITIVE_INFINITY;
    aloud?.replaceChildren();
    if (deadline() !== null) timer = setInterval(tick, 1000);
    tick();
  };
}
