/** The page that is the LMS while a package is played: frames it or opens a window for it, and writes down what is called. */
import { beginSitting, type Sitting } from '../../preview/page/lms.ts';
import type { StageOrder, StageState } from '../stage.ts';

let sitting: Sitting | null = null;
let record: object | null = null;
let opened: Window | null = null;

const stage = {
  open({ address, how, lms }: StageOrder): void {
    if (lms) {
      record = lms.kept;
      const now = beginSitting(
        { standard: lms.standard },
        { learner: 'learner-7', mode: 'normal', strictness: 'standard', masteryScore: lms.masteryScore },
        lms.kept,
        (kept) => {
          record = kept;
        },
        () => {},
      );
      sitting = now;
      (window as unknown as Record<string, unknown>)[now.apiName] = now.api;
    }
    if (how === 'window') {
      opened = window.open(address, 'course');
      return;
    }
    const frame = document.createElement('iframe');
    frame.allow = 'autoplay; fullscreen';
    frame.title = 'Course';
    frame.src = address;
    document.body.append(frame);
  },
  /** @param from number of the first call that is not known yet */
  read(from: number): StageState {
    return { calls: sitting?.calls.slice(from) ?? [], record };
  },
  /** As a learner closes it: the course may say its last words. */
  close(): void {
    document.querySelector('iframe')?.remove();
    opened?.close();
  },
};

(window as unknown as { stage: typeof stage }).stage = stage;
export type Stage = typeof stage;
