/** One conversation from initializing to finishing: what the LMS said at its beginning, and what it is told since. */
import type { Report } from '../../session/report.ts';
import type { Acknowledgement, Opening } from '../../session/tracker.ts';
import { Caller } from './caller.ts';
import type { Api, Dialect, Holds } from './dialect.ts';
import { Lists } from './lists.ts';

export class Conversation {
  readonly #dialect: Dialect;
  readonly #caller: Caller;
  /** Null where the course has nothing to put on them. */
  readonly #lists: Lists | null;
  /** Null where the LMS takes neither status nor score. */
  #credit: Holds | null = null;

  constructor(dialect: Dialect, api: Api) {
    this.#dialect = dialect;
    this.#caller = new Caller(dialect, api);
    this.#lists = import.meta.asksNothing ? null : new Lists(dialect, this.#caller);
  }

  begin(): boolean {
    return this.#caller.begin();
  }

  finish(): boolean {
    return this.#caller.finish();
  }

  /** Null where something could not be read. On a first sitting an LMS has nothing to give, and may say so with any error. */
  opening(): Opening | null {
    const { elements, known, bookmarkLimit, newStatuses } = this.#dialect;
    const caller = this.#caller;
    const read = (element: string) => caller.read(element);
    caller.isUnread = false;
    const entry = read(elements.entry);
    const isFirst = entry !== 'resume' && newStatuses.includes(caller.learn(elements.status));
    const isCertainlyFirst = isFirst && !caller.isUnread;
    const mode = read(elements.mode);
    for (const element of known) caller.learn(element);
    this.#credit = read(elements.credit) === 'no-credit' ? null : caller.holds;
    this.#lists?.learn();
    const opening: Opening = {
      connection: 'lms',
      mode: mode === 'review' || mode === 'browse' ? 'review' : 'normal',
      isFirst,
      bookmark: caller.holds('cmi.suspend_data'),
      location: caller.holds(elements.location),
      bookmarkLimit,
      learner: read(elements.learner),
      learnerName: read(elements.learnerName),
      passMark: this.#dialect.passMark(read),
      completionThreshold: this.#dialect.completionThreshold(read),
      returnUrl: null,
    };
    return caller.isUnread && !isCertainlyFirst ? null : opening;
  }

  /** Right after initializing: a window that is killed never gets to say that it wants to come back. */
  announce(): void {
    this.#sayAnnouncements();
    this.#caller.commit();
  }

  /** Each by itself, and again until the LMS takes it. */
  #sayAnnouncements(): boolean {
    const writes = this.#dialect.announcements(this.#credit).filter(this.#caller.isNews);
    return writes.map((write) => this.#caller.set(write)).every((result) => result !== 'failed');
  }

  /** An LMS that does not know whether it can is asked all the same: the learner is told what to do if it does not. */
  canOpenNext(): boolean {
    if (import.meta.isOneSco) return false;
    const { next } = this.#dialect;
    return next !== null && ['true', 'unknown'].includes(this.#caller.read(next.validity));
  }

  askForNext(): void {
    if (import.meta.isOneSco) return;
    const { next } = this.#dialect;
    if (next) this.#caller.set(next.write);
  }

  tell(report: Report): Acknowledgement {
    const caller = this.#caller;
    const lists = this.#lists;
    if (caller.isEnded) return { is: 'ended', interactions: lists?.interactionsDone(report) ?? 0 };
    const before = caller.taken;
    const isTold = [
      this.#sayAnnouncements(),
      lists?.tellInteractions(report) ?? true,
      this.#credit === null || (lists?.tellObjectives(report) ?? true),
      caller.say(this.#dialect.stateWrites(report, this.#credit)),
    ].every(Boolean);
    if (caller.taken > before) lists?.giveUpHopeless();
    // What was taken is committed, even where something else was not.
    const isCommitted = caller.commit();
    if (isCommitted) lists?.noteCommit();
    return {
      is: caller.isEnded ? 'ended' : isTold && isCommitted ? 'taken' : 'waiting',
      interactions: lists?.interactionsDone(report) ?? 0,
    };
  }
}
