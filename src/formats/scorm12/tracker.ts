/** Speaks SCORM 1.2 with an LMS: initialize once, finish once, nothing after it, and never a word twice. */
import type { Report } from '../../session/report.ts';
import type { Opening, Tracker } from '../../session/tracker.ts';
import { scorm12 } from './descriptor.ts';
import { type ApiWindow, findApi, type Scorm12Api } from './find-api.ts';
import {
  type Held,
  identifier,
  interactionWrites,
  objectiveWrites,
  stateWrites,
  type Write,
} from './vocabulary.ts';

/** Between two looks for the API, in milliseconds: some LMSs add it after the content was loaded. */
const pause = 100;

const nobodyThere: Opening = {
  connection: 'device',
  mode: 'normal',
  bookmark: '',
  location: '',
  bookmarkLimit: scorm12.bookmarkLimit,
  learner: '',
  passMark: null,
};

/**
 * @param wait  resolves after so many milliseconds
 * @param looks how often to look for the API before there is taken to be none
 */
export function scorm12Tracker(
  window: ApiWindow,
  wait: (milliseconds: number) => Promise<void>,
  looks = 50,
): Tracker {
  let lms: Conversation | null = null;
  let isReview = false;
  return {
    async open() {
      const api = await findApiPatiently(window, wait, looks);
      if (!api) return nobodyThere;
      const conversation = new Conversation(api);
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

async function findApiPatiently(
  window: ApiWindow,
  wait: (milliseconds: number) => Promise<void>,
  looks: number,
): Promise<Scorm12Api | null> {
  for (let look = 1; ; look++) {
    const api = findApi(window);
    if (api || look >= looks) return api;
    await wait(pause);
  }
}

/**
 * Errors that saying the same again does not mend (SCORM 1.2 run-time environment 3.4.1.1): invalid argument,
 * not implemented, keyword, read-only or write-only element, wrong data type. Others may pass.
 */
const finalErrors = ['201', '202', '203', '401', '402', '403', '404', '405'];

/** Read at the start: what is neither said again nor taken back. */
const known = [
  'cmi.core.lesson_status',
  'cmi.core.score.raw',
  'cmi.core.score.min',
  'cmi.core.score.max',
  'cmi.core.lesson_location',
  'cmi.suspend_data',
];

/** One conversation from LMSInitialize to LMSFinish, and what the LMS has taken in it. */
class Conversation {
  readonly #api: Scorm12Api;
  /** What the LMS holds for certain: not said again. */
  readonly #held = new Map<string, string>();
  #takesCredit = true;
  #takesInteractions = false;
  #firstInteraction = 0;
  #interactionsTold = 0;
  /** Ids of the objectives that the LMS holds, by index; null where it takes none. */
  #objectives: string[] | null = null;
  #uncommitted = false;

  constructor(api: Scorm12Api) {
    this.#api = api;
  }

  begin(): boolean {
    return this.#call(() => this.#api.LMSInitialize('')) === 'true';
  }

  opening(): Opening {
    const mode = this.#get('cmi.core.lesson_mode');
    for (const element of known) this.#held.set(element, this.#get(element));
    this.#takesCredit = this.#get('cmi.core.credit') !== 'no-credit';
    this.#takesInteractions = this.#get('cmi.interactions._children') !== '';
    this.#firstInteraction = Number.parseInt(this.#get('cmi.interactions._count'), 10) || 0;
    this.#readObjectives();
    const hasMark = this.#get('cmi.student_data._children').includes('mastery_score');
    const mark = hasMark ? this.#get('cmi.student_data.mastery_score').trim() : '';
    return {
      connection: 'lms',
      mode: mode === 'review' || mode === 'browse' ? 'review' : 'normal',
      bookmark: this.#held.get('cmi.suspend_data') ?? '',
      location: this.#held.get('cmi.core.lesson_location') ?? '',
      bookmarkLimit: scorm12.bookmarkLimit,
      learner: this.#get('cmi.core.student_id'),
      passMark: mark !== '' && Number.isFinite(Number(mark)) ? Number(mark) : null,
    };
  }

  /**
   * Right after initializing: Moodle records a sitting without a status as completed, and a window that is
   * killed never gets to say that it wants to come back.
   */
  announce(): void {
    const isNew = ['not attempted', 'browsed', ''].includes(this.#holds().status);
    if (isNew && this.#takesCredit) this.#set(['cmi.core.lesson_status', 'incomplete']);
    this.#set(['cmi.core.exit', 'suspend']);
    this.#commit();
  }

  tell(report: Report): boolean {
    const areTold = this.#tellInteractions(report);
    let isTaken = this.#tellObjectives(report) && areTold;
    for (const write of stateWrites(report, this.#takesCredit ? this.#holds() : null))
      if (this.#held.get(write[0]) !== write[1] && this.#set(write) !== 'taken') isTaken = false;
    return isTaken && (!this.#uncommitted || this.#commit());
  }

  /** In order and without holes: one that cannot be told now keeps those after it waiting. */
  #tellInteractions({ interactions }: Report): boolean {
    if (!this.#takesInteractions) return true;
    for (const interaction of interactions.slice(this.#interactionsTold)) {
      const writes = interactionWrites(this.#firstInteraction + this.#interactionsTold, interaction);
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
      for (const field of ['id', 'score.raw', 'score.min', 'score.max', 'status']) {
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
        objectiveWrites(index, objective)
          .filter(isNews)
          .some((write) => this.#set(write) === 'failed')
      )
        return false;
    }
    return true;
  }

  #holds(): Held {
    const score = this.#held.get('cmi.core.score.raw') ?? '';
    return {
      status: this.#held.get('cmi.core.lesson_status') ?? '',
      score: score.trim() !== '' && Number.isFinite(Number(score)) ? Number(score) : null,
    };
  }

  finish(): boolean {
    return this.#call(() => this.#api.LMSFinish('')) === 'true';
  }

  #get(element: string): string {
    return this.#call(() => this.#api.LMSGetValue(element));
  }

  #set([element, value]: Write): 'taken' | 'refused' | 'failed' {
    if (this.#call(() => this.#api.LMSSetValue(element, value)) === 'true') {
      this.#held.set(element, value);
      this.#uncommitted = true;
      return 'taken';
    }
    return finalErrors.includes(this.#call(() => this.#api.LMSGetLastError())) ? 'refused' : 'failed';
  }

  #commit(): boolean {
    if (this.#call(() => this.#api.LMSCommit('')) !== 'true') return false;
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
