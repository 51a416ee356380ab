/** Speaks SCORM with an LMS, whatever the version: initialize once, finish once, nothing after it, and never a word twice. */
import type { Report } from '../../session/report.ts';
import { type Acknowledgement, nobodyThere, type Opening, type Tracker } from '../../session/tracker.ts';
import type { Api, Dialect, Write } from './dialect.ts';
import { identifier } from './identifier.ts';

/** Between two looks for the API, in milliseconds: some LMSs add it after the content was loaded. */
const pause = 100;

/** How often in a row a reading that failed is tried again, at once and after a pause. */
const readings = 3;
const looksForValues = 10;

/** A list that failed this often in a row while other things were taken is one that this LMS lacks, whatever error it gives. */
const enough = 5;

/**
 * @param find  looks for the API of the LMS; null where there is none yet
 * @param wait  resolves after so many milliseconds
 * @param looks how often to look for the API before there is taken to be none
 */
export function scormTracker(
  dialect: Dialect,
  find: () => Api | null,
  wait: (milliseconds: number) => Promise<void>,
  looks = 50,
): Tracker {
  let lms: Conversation | null = null;
  /** One that the LMS has begun and does not say yet what it holds: it is not greeted a second time. */
  let begun: Conversation | null = null;
  let isReview = false;
  const over: Acknowledgement = { is: 'ended', interactions: 0 };
  const tell = (report: Report): Acknowledgement =>
    isReview ? { is: 'taken', interactions: report.interactions.length } : (lms?.tell(report) ?? over);
  return {
    async open(isBegun = false) {
      const api = await findPatiently(find, wait, looks);
      if (!api) return nobodyThere(dialect.bookmarkLimit);
      const conversation: Conversation = begun ?? new Conversation(dialect, api);
      if (!isBegun && !begun && !conversation.begin())
        return { ...nobodyThere(dialect.bookmarkLimit), connection: 'refused' };
      begun = conversation;
      const opening = await openPatiently(conversation, wait);
      // Who cannot read what the LMS holds would overwrite it. Not even finished: Moodle would record it as completed.
      if (!opening) return { ...nobodyThere(dialect.bookmarkLimit), connection: 'refused' };
      lms = conversation;
      isReview = opening.mode === 'review';
      if (!isReview) conversation.announce();
      return opening;
    },
    save: async (report) => tell(report),
    async close(report) {
      const told = tell(report);
      const isFinished = lms?.finish() ?? false;
      lms = null;
      return told.is === 'taken' && !isFinished ? { ...told, is: 'waiting' } : told;
    },
  };
}

async function findPatiently(
  find: () => Api | null,
  wait: (milliseconds: number) => Promise<void>,
  looks: number,
): Promise<Api | null> {
  for (let look = 1; ; look++) {
    const api = find();
    if (api || look >= looks) return api;
    await wait(pause);
  }
}

/** Null where the LMS does not say what it holds. */
async function openPatiently(
  conversation: Conversation,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Opening | null> {
  for (let look = 1; ; look++) {
    const opening = conversation.opening();
    if (opening || look >= looksForValues) return opening;
    await wait(pause);
  }
}

/** One conversation from initializing to finishing, and what the LMS has taken in it. */
class Conversation {
  readonly #dialect: Dialect;
  readonly #api: Api;
  /** What the LMS holds for certain: not said again. */
  readonly #held = new Map<string, string>();
  #takesCredit = true;
  #takesInteractions = false;
  /** How many writes were taken. */
  #taken = 0;
  /** In how many reports in a row nothing more of a list was taken. */
  readonly #failures = { interactions: 0, objectives: 0 };
  #firstInteraction = 0;
  #interactionsTold = 0;
  #interactionsCommitted = 0;
  /** Ids of the objectives that the LMS holds, by index; null where it takes none. */
  #objectives: string[] | null = null;
  #uncommitted = false;
  #isEnded = false;
  /** Whether a value could not be read that the LMS may hold. */
  #isUnread = false;
  #hasThrown = false;

  constructor(dialect: Dialect, api: Api) {
    this.#dialect = dialect;
    this.#api = api;
  }

  begin(): boolean {
    return this.#call(() => this.#api.initialize()) === 'true' || this.#isRunning();
  }

  /** Where the window was loaded anew the LMS may have begun already, and says so with an error. */
  #isRunning(): boolean {
    const { elements, runningErrors } = this.#dialect;
    if (!runningErrors.includes(this.#error())) return false;
    return this.#get(elements.mode) !== '' && this.#error() === '0';
  }

  /** Null where something could not be read. On a first sitting an LMS has nothing to give, and may say so with any error. */
  opening(): Opening | null {
    const { elements, known, bookmarkLimit, newStatuses } = this.#dialect;
    this.#isUnread = false;
    const entry = this.#read(elements.entry);
    this.#held.set(elements.status, this.#read(elements.status));
    const isFirst = entry !== 'resume' && newStatuses.includes(this.#holds(elements.status));
    const isCertainlyFirst = isFirst && !this.#isUnread;
    const mode = this.#read(elements.mode);
    for (const element of known) this.#held.set(element, this.#read(element));
    this.#takesCredit = this.#read(elements.credit) !== 'no-credit';
    this.#takesInteractions = this.#read('cmi.interactions._children') !== '';
    this.#firstInteraction = Number.parseInt(this.#read('cmi.interactions._count'), 10) || 0;
    this.#readObjectives();
    const opening: Opening = {
      connection: 'lms',
      mode: mode === 'review' || mode === 'browse' ? 'review' : 'normal',
      isFirst,
      bookmark: this.#holds('cmi.suspend_data'),
      location: this.#holds(elements.location),
      bookmarkLimit,
      learner: this.#read(elements.learner),
      learnerName: this.#read(elements.learnerName),
      passMark: this.#dialect.passMark((element) => this.#read(element)),
      completionThreshold: this.#dialect.completionThreshold((element) => this.#read(element)),
      returnUrl: null,
    };
    return this.#isUnread && !isCertainlyFirst ? null : opening;
  }

  /** Right after initializing: a window that is killed never gets to say that it wants to come back. */
  announce(): void {
    this.#sayAnnouncements();
    this.#commit();
  }

  /** Each by itself, and again until the LMS takes it. */
  #sayAnnouncements(): boolean {
    const writes = this.#dialect.announcements(this.#takesCredit ? this.#holds : null).filter(this.#isNews);
    return writes.map((write) => this.#set(write)).every((result) => result !== 'failed');
  }

  tell(report: Report): Acknowledgement {
    if (this.#isEnded) return { is: 'ended', interactions: this.#interactionsCommitted };
    const before = this.#taken;
    const isAnnounced = this.#sayAnnouncements();
    const interactions = this.#telling(() => this.#tellInteractions(report));
    const objectives = this.#telling(() => this.#tellObjectives(report));
    const isStateTold = this.#say(
      this.#dialect.stateWrites(report, this.#takesCredit ? this.#holds : null).filter(this.#isNews),
    );
    const isHeard = this.#taken > before;
    if (this.#isHopeless('interactions', interactions, isHeard)) this.#takesInteractions = false;
    if (this.#isHopeless('objectives', objectives, isHeard)) this.#objectives = null;
    // What was taken is committed, even where something else was not.
    const isCommitted = !this.#uncommitted || this.#commit();
    const isTaken = isAnnounced && interactions.isTold && objectives.isTold && isStateTold && isCommitted;
    return {
      is: this.#isEnded ? 'ended' : isTaken ? 'taken' : 'waiting',
      interactions: this.#takesInteractions ? this.#interactionsCommitted : report.interactions.length,
    };
  }

  /** Whether all of it was told, and if not whether some was. */
  #telling(tell: () => boolean): { isTold: boolean; isStuck: boolean } {
    const before = this.#taken;
    const isTold = tell();
    return { isTold, isStuck: !isTold && this.#taken === before };
  }

  /** An LMS that lacks a list and says so with a general error must not keep the learner waiting for ever. */
  #isHopeless(
    list: 'interactions' | 'objectives',
    { isStuck }: { isStuck: boolean },
    isHeard: boolean,
  ): boolean {
    if (!isStuck) this.#failures[list] = 0;
    else if (isHeard) this.#failures[list]++;
    return this.#failures[list] >= enough;
  }

  /** In order and without holes: one that cannot be told now keeps those after it waiting. */
  #tellInteractions({ interactions }: Report): boolean {
    if (!this.#takesInteractions) return true;
    for (const interaction of interactions.slice(this.#interactionsTold)) {
      const index = this.#firstInteraction + this.#interactionsTold;
      // An LMS that lacks a field of interactions refuses it for good; the others of the row still tell something.
      // One that fails now and then is told the rest: from the start again it would hardly ever come to the end.
      if (!this.#say(this.#dialect.interactionWrites(index, interaction).filter(this.#isNews))) return false;
      this.#interactionsTold++;
    }
    return true;
  }

  #readObjectives(): void {
    this.#objectives = null;
    if (this.#read('cmi.objectives._children') === '') return;
    const count = Number.parseInt(this.#read('cmi.objectives._count'), 10) || 0;
    for (let index = 0; index < count; index++)
      for (const field of this.#dialect.objectiveFields) {
        const element = `cmi.objectives.${index}.${field}`;
        this.#held.set(element, this.#read(element));
      }
    this.#objectives = Array.from(
      { length: count },
      (_, index) => this.#held.get(`cmi.objectives.${index}.id`) ?? '',
    );
  }

  /** Each at the index under which the LMS knows it, from an earlier sitting or from this one. */
  #tellObjectives({ objectives }: Report): boolean {
    const ids = this.#objectives;
    if (ids === null || !this.#takesCredit) return true;
    return objectives.every((objective) => {
      const id = identifier(objective.id);
      const index = ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1;
      return this.#say(this.#dialect.objectiveWrites(index, objective).filter(this.#isNews));
    });
  }

  readonly #holds = (element: string): string => this.#held.get(element) ?? '';

  readonly #isNews = ([element, value]: Write): boolean => this.#held.get(element) !== value;

  finish(): boolean {
    return this.#call(() => this.#api.finish()) === 'true';
  }

  #get(element: string): string {
    return this.#call(() => this.#api.get(element));
  }

  /** What the LMS holds; empty where it holds nothing, or does not give it although asked again. */
  #read(element: string): string {
    for (let reading = 1; ; reading++) {
      const value = this.#get(element);
      if (value !== '' || !(this.#hasThrown || this.#dialect.unreadErrors.includes(this.#error())))
        return value;
      if (reading < readings) continue;
      this.#isUnread = true;
      return '';
    }
  }

  #error(): string {
    return this.#call(() => this.#api.lastError());
  }

  /** One after the other; false at the first that fails, because those after it may need it. */
  #say(writes: readonly Write[]): boolean {
    return writes.every((write) => this.#set(write) !== 'failed');
  }

  #set([element, value]: Write): 'taken' | 'refused' | 'failed' {
    if (this.#call(() => this.#api.set(element, value)) === 'true') {
      this.#held.set(element, value);
      this.#uncommitted = true;
      this.#taken++;
      return 'taken';
    }
    const { finalErrors, endedErrors } = this.#dialect;
    const error = this.#error();
    if (endedErrors.includes(error)) this.#isEnded = true;
    return finalErrors.includes(error) ? 'refused' : 'failed';
  }

  #commit(): boolean {
    if (this.#call(() => this.#api.commit()) !== 'true') return false;
    this.#uncommitted = false;
    this.#interactionsCommitted = this.#interactionsTold;
    return true;
  }

  /** An LMS that throws is one that refused; one that answers with a boolean or null is understood all the same. */
  #call(say: () => unknown): string {
    this.#hasThrown = false;
    try {
      return String(say() ?? '');
    } catch {
      this.#hasThrown = true;
      return '';
    }
  }
}
