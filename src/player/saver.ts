/**
 * The one writer. What matters is sent within two seconds, the rest with it or a little later, and never
 * more than one commit in two seconds: in Moodle and others each commit stops the page while it lasts.
 */
import { type Report, reportOf } from '../session/report.ts';
import type { Opening, Tracker } from '../session/tracker.ts';
import type { Device } from './device.ts';
import type { Happening, Session } from './session.ts';

/** What the learner is told about saving. */
export type SaveState =
  | {
      readonly is:
        | 'connecting'
        | 'refused'
        | 'device'
        | 'nowhere'
        | 'review'
        | 'saving'
        | 'waiting'
        | 'waiting-nowhere';
    }
  | { readonly is: 'saved'; readonly at: number };

export interface Saver {
  /** Sends what there is to send now, as when the tab is hidden. */
  saveNow(): void;
  /** The end of the sitting. */
  close(): void;
}

const soon = 1_000;
const later = 5_000;
const atLeastApart = 2_000;
/** After so many refusals in a row, the wait in milliseconds before the next try. */
const patience = [2_000, 5_000, 15_000, 30_000];

const unimportant: readonly Happening['type'][] = ['active', 'question-met', 'visible', 'hidden'];
const important: readonly Happening['type'][] = [
  'chosen',
  'checked',
  'assessment-begun',
  'assessment-submitted',
];

export function createSaver(
  session: Session,
  tracker: Tracker,
  opening: Opening,
  device: Device,
  show: (state: SaveState) => void,
): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let lastSave = 0;
  let refusals = 0;
  let isClosed = false;
  let isKept = true;

  const report = (): Report =>
    reportOf(session.outline, session.logics, session.state(), opening.bookmarkLimit);
  const keep = ({ bookmark }: Report, isTold: boolean) => {
    isKept = device.write({ bookmark, isTold });
  };
  const showOutcome = (isTold: boolean) => {
    if (opening.connection !== 'lms')
      show({ is: !isKept ? 'nowhere' : opening.connection === 'refused' ? 'refused' : 'device' });
    else if (isTold) show({ is: 'saved', at: Date.now() });
    else show({ is: isKept ? 'waiting' : 'waiting-nowhere' });
  };
  const plan = (delay: number) => {
    const at = Math.max(Date.now() + delay, lastSave + atLeastApart);
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(save, at - Date.now());
  };
  const save = () => {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    const current = report();
    const isTold = tracker.save(current);
    lastSave = Date.now();
    keep(current, isTold);
    showOutcome(isTold);
    refusals = isTold ? 0 : refusals + 1;
    if (!isTold && opening.connection === 'lms')
      plan(patience[Math.min(refusals, patience.length) - 1] ?? later);
  };

  if (opening.mode === 'review') {
    show({ is: 'review' });
    // Nothing is recorded; only the end is still to be said.
    return { saveNow() {}, close: () => void tracker.close(report()) };
  }
  keep(report(), false);
  showOutcome(opening.connection === 'lms');
  // What an earlier sitting could not tell is told now, without waiting for the learner to do something.
  if (opening.connection === 'lms') plan(soon);
  session.listen((event) => {
    if (isClosed || unimportant.includes(event.type)) return;
    keep(report(), false);
    if (opening.connection !== 'lms') return showOutcome(false);
    if (refusals === 0) show({ is: 'saving' });
    plan(important.includes(event.type) ? soon : later);
  });
  return {
    saveNow() {
      if (!isClosed && opening.connection === 'lms') save();
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(timer);
      const current = report();
      keep(current, false);
      if (tracker.close(current)) keep(current, true);
    },
  };
}
