/** Speaks SCORM with an LMS, whatever the version: initialize once, finish once, nothing after it, and never a word twice. */
import type { Report } from '../../session/report.ts';
import type { Opening, Tracker } from '../../session/tracker.ts';
import type { Api, Dialect, Write } from './dialect.ts';
import { identifier } from './identifier.ts';

/** Between two looks for the API, in milliseconds: some LMSs add it after the content was loaded. */
const pause = 100;

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
  let isReview = false;
  const nobodyThere: Opening = {
    connection: 'device',
    mode: 'normal',
    bookmark: '',
    location: '',
    bookmarkLimit: dialect.bookmarkLimit,
    learner: '',
    passMark: null,
  };
  return {
    async open() {
      const api = await findPatiently(find, wait, looks);
      if (!api) return nobodyThere;
      const conversation = new Conversation(dialect, api);
      if (!conversation.begin()) return { ...nobodyThere, connection: 'refused' };
      lms = conversation;
      const opening = conversation.opening();
      isReview = opening.mode === 'review';
      if (!isReview) conversation.announce();
      return opening;
    },
    save(report) {
      return isReview || (lms?.tell(report) ?? false);
    },
    close(report) {
      const isTold = isReview || (lms?.tell(report) ?? false);
      const isFinished = lms?.finish() ?? false;
      lms = null;
      return isTold && isFinished;
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

/** One conversation from initializing to finishing, and what the LMS has taken in it. */
class Conversation {
  readonly #dialect: Dialect;
  readonly #api: Api;
  /** What the LMS holds for certain: not said again. */
  readonly #held = new Map<string, string>();
  #takesCredit = true;
  #takesInteractions = false;
  #firstInteraction = 0;
  #interactionsTold = 0;
  /** Ids of the objectives that the LMS holds, by index; null where it takes none. */
  #objectives: string[] | null = null;
  #uncommitted = false;

  constructor(dialect: Dialect, api: Api) {
    this.#dialect = dialect;
    this.#api = api;
  }

  begin(): boolean {
    return this.#call(() => this.#api.initialize()) === 'true';
  }

  opening(): Opening {
    const { elements, known, bookmarkLimit } = this.#dialect;
    const mode = this.#get(elements.mode);
    for (const element of known) this.#held.set(element, this.#get(element));
    this.#takesCredit = this.#get(elements.credit) !== 'no-credit';
    this.#takesInteractions = this.#get('cmi.interactions._children') !== '';
    this.#firstInteraction = Number.parseInt(this.#get('cmi.interactions._count'), 10) || 0;
    this.#readObjectives();
    return {
      connection: 'lms',
      mode: mode === 'review' || mode === 'browse' ? 'review' : 'normal',
      bookmark: this.#holds('cmi.suspend_data'),
      location: this.#holds(elements.location),
      bookmarkLimit,
      learner: this.#get(elements.learner),
      passMark: this.#dialect.passMark((element) => this.#get(element)),
    };
  }

  /** Right after initializing: a window that is killed never gets to say that it wants to come back. */
  announce(): void {
    for (const write of this.#dialect.announcements(this.#takesCredit ? this.#holds : null)) this.#set(write);
    this.#commit();
  }

  tell(report: Report): boolean {
    const areTold = this.#tellInteractions(report);
    let isTaken = this.#tellObjectives(report) && areTold;
    for (const write of this.#dialect.stateWrites(report, this.#takesCredit ? this.#holds : null))
      if (this.#held.get(write[0]) !== write[1] && this.#set(write) !== 'taken') isTaken = false;
    return isTaken && (!this.#uncommitted || this.#commit());
  }

  /** In order and without holes: one that cannot be told now keeps those after it waiting. */
  #tellInteractions({ interactions }: Report): boolean {
    if (!this.#takesInteractions) return true;
    for (const interaction of interactions.slice(this.#interactionsTold)) {
      const writes = this.#dialect.interactionWrites(
        this.#firstInteraction + this.#interactionsTold,
        interaction,
      );
      // An LMS that lacks a field of interactions refuses it for good; the others of the row still tell something.
      if (writes.some((write) => this.#set(write) === 'failed')) return false;
      this.#interactionsTold++;
    }
    return true;
  }

  #readObjectives(): void {
    if (this.#get('cmi.objectives._children') === '') return;
    const count = Number.parseInt(this.#get('cmi.objectives._count'), 10) || 0;
    for (let index = 0; index < count; index++)
      for (const field of this.#dialect.objectiveFields) {
        const element = `cmi.objectives.${index}.${field}`;
        this.#held.set(element, this.#get(element));
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
    for (const objective of objectives) {
      const id = identifier(objective.id);
      const index = ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1;
      const isNews = ([element, value]: Write) => this.#held.get(element) !== value;
      if (
        this.#dialect
          .objectiveWrites(index, objective)
          .filter(isNews)
          .some((write) => this.#set(write) === 'failed')
      )
        return false;
    }
    return true;
  }

  readonly #holds = (element: string): string => this.#held.get(element) ?? '';

  finish(): boolean {
    return this.#call(() => this.#api.finish()) === 'true';
  }

  #get(element: string): string {
    return this.#call(() => this.#api.get(element));
  }

  #set([element, value]: Write): 'taken' | 'refused' | 'failed' {
    if (this.#call(() => this.#api.set(element, value)) === 'true') {
      this.#held.set(element, value);
      this.#uncommitted = true;
      return 'taken';
    }
    return this.#dialect.finalErrors.includes(this.#call(() => this.#api.lastError())) ? 'refused' : 'failed';
  }

  #commit(): boolean {
    if (this.#call(() => this.#api.commit()) !== 'true') return false;
    this.#uncommitted = false;
    return true;
  }

  /** An LMS that throws is one that refused; one that answers with a boolean or null is understood all the same. */
  #call(say: () => unknown): string {
    try {
      return String(say() ?? '');
    } catch {
      return '';
    }
  }
}
