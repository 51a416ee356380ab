/**
 * The one writer. What matters is sent within two seconds, the rest with it or a little later, and never
 * more than one commit in two seconds: in Moodle and others each commit stops the page while it lasts.
 */
import { encodeBookmark } from '../session/bookmark.ts';
import { type Report, reportOf } from '../session/report.ts';
import type { Acknowledgement, Opening, Tracker } from '../session/tracker.ts';
import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { Happening, Session } from './session.ts';

/** What the learner is told about saving. */
export type SaveState =
  | { readonly is: 'connecting' | 'refused' | 'device' | 'nowhere' | 'review' | 'elsewhere' | 'saving' }
  /** `at`: when the LMS acknowledged it, in milliseconds since 1970; `report`: what it acknowledged. */
  | { readonly is: 'saved'; readonly at: number; readonly report: Report }
  | Waiting;

/** The LMS does not take it now (`waiting`) or will not take it any more (`ended`). */
export interface Waiting {
  readonly is: 'waiting' | 'ended';
  /** Whether the device keeps it meanwhile. */
  readonly isKept: boolean;
  /** When the LMS last acknowledged something; null where it never did in this sitting. */
  readonly savedAt: number | null;
  /** How many answers wait. */
  readonly answers: number;
  /** When it is tried again; null where it is not. */
  readonly again: number | null;
}

export interface Saver {
  /** Sends what there is to send now, as when the tab is hidden; resolves when it is answered. */
  saveNow(): Promise<void>;
  /**
   * The end of the sitting. The last words are under way when this returns, and answered when it resolves.
   * @param next the LMS is asked for the next part of the course
   */
  close(next?: boolean): Promise<void>;
  /** Stops without ending the conversation: the next load of the window goes on with it. */
  handOver(): void;
}

const soon = 1_000;
const later = 5_000;
const atLeastApart = 2_000;
/** A slow LMS stops the page while it commits: the pause between two commits is so many times what the last one took. */
const slowFactor = 4;
/** While the learner reads, time spent is told this often. It also keeps the learner's session in the LMS alive. */
const heartbeat = 60_000;
/** After so many refusals in a row, the wait in milliseconds before the next try. */
const patience = [2_000, 5_000, 15_000, 30_000];

const unimportant: readonly Happening['type'][] = ['active', 'question-met', 'visible', 'hidden', 'left'];
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
  clock: Clock,
  show: (state: SaveState) => void,
): Saver {
  let callOff = () => {};
  /** These two by the clock that nobody can set: one that was set back would hold back every save until then. */
  let dueAt = Number.POSITIVE_INFINITY;
  let lastSave = Number.NEGATIVE_INFINITY;
  let lastTook = 0;
  let activeSaved = 0;
  let refusals = 0;
  /** How it went last; null where it went well. */
  let trouble: Waiting['is'] | null = null;
  let saves = 0;
  let acknowledged = 0;
  let isClosed = false;
  let isKept = true;
  /** What the LMS is known to hold. */
  let base = opening.bookmark;
  let interactionsTold = 0;
  let savedAt: number | null = null;

  const report = (): Report =>
    reportOf(session.outline, session.logics, session.state(), opening.bookmarkLimit);
  const bookmark = () => {
    const state = session.state();
    const seconds = Math.floor(state.sitting.lastAt / 1000);
    return encodeBookmark(session.outline, { progress: state, savedAt: seconds }, opening.bookmarkLimit);
  };
  const keep = () => {
    const untold = session.state().sitting.answered.slice(interactionsTold);
    isKept = device.write({ bookmark: bookmark(), base, untold });
  };
  const showWaiting = (is: Waiting['is']) =>
    show({
      is,
      isKept,
      savedAt,
      answers: session.state().sitting.answered.length - interactionsTold,
      again: is === 'waiting' && Number.isFinite(dueAt) ? clock.now() + dueAt - clock.elapsed() : null,
    });
  const showAlone = () =>
    show({ is: !isKept ? 'nowhere' : opening.connection === 'refused' ? 'refused' : 'device' });
  const plan = (delay: number) => {
    const apart = Math.max(atLeastApart, lastTook * slowFactor);
    const at = Math.max(clock.elapsed() + delay, lastSave + apart);
    if (at >= dueAt) return;
    callOff();
    dueAt = at;
    callOff = clock.after(at - clock.elapsed(), () => void save());
  };
  /** @param number of the save, so that an answer that comes late does not take back what a later one said */
  const settle = (number: number, told: Report, { is, interactions }: Acknowledgement) => {
    if (number < acknowledged) return;
    acknowledged = number;
    lastTook = clock.elapsed() - lastSave;
    interactionsTold = Math.max(interactionsTold, interactions);
    if (is === 'taken') {
      base = told.bookmark;
      savedAt = clock.now();
    }
    keep();
    if (isClosed) return;
    trouble = is === 'taken' ? null : is;
    refusals = trouble ? refusals + 1 : 0;
    if (!trouble) return show({ is: 'saved', at: clock.now(), report: told });
    if (trouble === 'waiting') plan(patience[Math.min(refusals, patience.length) - 1] ?? later);
    showWaiting(trouble);
  };
  const save = (): Promise<void> => {
    callOff();
    dueAt = Number.POSITIVE_INFINITY;
    const current = report();
    const number = ++saves;
    lastSave = clock.elapsed();
    activeSaved = current.sittingTime;
    return tracker.save(current).then((answer) => settle(number, current, answer));
  };

  if (opening.mode === 'review') {
    show({ is: 'review' });
    // Nothing is recorded; only the end is still to be said.
    return {
      async saveNow() {},
      async close(next) {
        if (!isClosed) await tracker.close(report(), next);
      },
      handOver() {
        isClosed = true;
      },
    };
  }
  keep();
  if (opening.connection !== 'lms') showAlone();
  // What an earlier sitting could not tell is told now, without waiting for the learner to do something.
  else plan(soon);
  session.listen((event) => {
    if (isClosed || unimportant.includes(event.type)) return;
    keep();
    if (opening.connection !== 'lms') return showAlone();
    if (event.type === 'ticked') {
      if (session.state().sitting.active - activeSaved >= heartbeat) plan(later);
      return;
    }
    plan(important.includes(event.type) ? soon : later);
    if (trouble) showWaiting(trouble);
    else show({ is: 'saving' });
  });
  return {
    async saveNow() {
      if (!isClosed && opening.connection === 'lms') await save();
    },
    async close(next) {
      if (isClosed) return;
      isClosed = true;
      callOff();
      keep();
      const current = report();
      const number = ++saves;
      settle(number, current, await tracker.close(current, next));
    },
    handOver() {
      isClosed = true;
      callOff();
    },
  };
}
