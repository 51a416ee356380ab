/** Speaks SCORM with an LMS, whatever the version: initialize once, finish once, nothing after it, and never a word twice. */
import type { Report } from '../../session/report.ts';
import { type Acknowledgement, nobodyThere, type Opening, type Tracker } from '../../session/tracker.ts';
import { Caller } from './caller.ts';
import { Conversation } from './conversation.ts';
import type { Api, Dialect } from './dialect.ts';

/** A device keeps as much as there is: all lessons in one document may need more than an LMS keeps of one SCO. */
const deviceLimit = Number.POSITIVE_INFINITY;

/** Between two looks for the API, in milliseconds: some LMSs add it after the content was loaded. */
const pause = 100;

/** How often an LMS is asked what it holds before it is taken to be one that does not say. */
const looksForValues = 10;

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
      if (!api) return nobodyThere(deviceLimit);
      const conversation: Conversation = begun ?? new Conversation(dialect, api);
      if (!isBegun && !begun && !conversation.begin())
        return { ...nobodyThere(deviceLimit), connection: 'refused' };
      begun = conversation;
      const opening = await openPatiently(conversation, wait);
      // Who cannot read what the LMS holds would overwrite it. Not even finished: Moodle would record it as completed.
      if (!opening) return { ...nobodyThere(deviceLimit), connection: 'refused' };
      lms = conversation;
      isReview = opening.mode === 'review';
      if (!isReview) conversation.announce();
      return opening;
    },
    ...(import.meta.speaksSeveral && speakingSeveral(dialect, find, wait, looks)),
    save: async (report) => tell(report),
    canOpenNext: () => lms?.canOpenNext() ?? false,
    async close(report, next = false) {
      const told = tell(report);
      if (next) lms?.askForNext();
      const isFinished = lms?.finish() ?? false;
      lms = null;
      return told.is === 'taken' && !isFinished ? { ...told, is: 'waiting' } : told;
    },
  };
}

/** Beside the conversation: its own begins with the document in the language that is found out here. */
function speakingSeveral(
  dialect: Dialect,
  find: () => Api | null,
  wait: (milliseconds: number) => Promise<void>,
  looks: number,
): Required<Pick<Tracker, 'preference' | 'prefer'>> {
  const { language, learner } = dialect.elements;
  return {
    async preference(isBegun) {
      const api = await findPatiently(find, wait, looks);
      const caller = api && new Caller(dialect, api);
      if (!caller || (!isBegun && !caller.begin())) return { language: '', learner: '', isBegun: false };
      return { language: caller.read(language), learner: caller.read(learner), isBegun: true };
    },
    prefer(chosen) {
      const api = find();
      if (api) new Caller(dialect, api).set([language, chosen]);
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
