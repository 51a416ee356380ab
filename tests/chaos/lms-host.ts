/** An LMS of either version of SCORM with all that goes wrong in one; its records outlive every window. */

import { type LmsRecord, scorm12Lms } from '../../build/preview/scorm/scorm12-lms.ts';
import { standard as standard12 } from '../../build/preview/scorm/scorm12-rules.ts';
import { type Lms2004Record, scorm2004Lms } from '../../build/preview/scorm/scorm2004-lms.ts';
import { standard as standard2004 } from '../../build/preview/scorm/scorm2004-rules.ts';
import type { Functions, Standard, StrictApi } from '../../build/preview/scorm/strict-api.ts';
import type { ApiWindow } from '../../src/formats/scorm/find-api.ts';
import { scorm12Tracker } from '../../src/formats/scorm12/tracker.ts';
import { scorm2004Tracker } from '../../src/formats/scorm2004/tracker.ts';
import type { Tracker } from '../../src/session/tracker.ts';

/** What an LMS holds of a learner, in the words of neither version. */
export interface Held {
  /** Ranks of what must never fall: the one status of 1.2, or completion and success. */
  readonly ranks: readonly number[];
  readonly score: number | null;
  readonly bookmark: string;
  readonly location: string;
  readonly exit: string;
  /** Seconds of all sittings that were finished. */
  readonly total: number;
  readonly interactions: readonly { readonly id: string; readonly type: string; readonly response: string }[];
  readonly objectives: readonly string[];
}

export type Call = keyof Standard['names'];

export interface LmsVersion {
  readonly name: string;
  readonly standard: Standard;
  readonly bookmarkElement: string;
  begin(learner: string, record: unknown, committed: (record: unknown) => void): StrictApi;
  tracker(find: () => Functions | null, wait: (milliseconds: number) => Promise<void>): Tracker;
  held(record: unknown): Held;
  withBookmark(record: unknown, bookmark: string): unknown;
  /** An answer as its list of interactions shows it: id and response. */
  shows(answer: { question: string; type: string; response: string }): string;
  /** The least that the status may be. @param isPassed null while nothing is known of it */
  ranksOf(isComplete: boolean, isPassed: boolean | null): readonly number[];
}

type Rendered = Readonly<Record<string, string>>;
const interactions = (list: readonly unknown[], field: string) =>
  (list as Rendered[]).map((one) => ({ id: one.id ?? '', type: one.type ?? '', response: one[field] ?? '' }));
const ids = (list: readonly unknown[]) => (list as Rendered[]).map((one) => one.id ?? '');
/** Marks and pairs with the delimiters of a version. */
function spelt(type: string, response: string, between: string, within: string): string {
  if (type === 'fill-in') return response;
  const tokens = response.split(' ');
  return (type === 'sorting' ? tokens.map((token) => [...token].join(within)) : tokens).join(between);
}
const numeral = (text: string) => (text === '' ? null : Number(text));

export const scorm12Version: LmsVersion = {
  name: 'SCORM 1.2',
  standard: standard12,
  bookmarkElement: 'cmi.suspend_data',
  begin: (learner, record, committed) => scorm12Lms({ learner }, record as LmsRecord | null, committed),
  tracker: (find, wait) =>
    scorm12Tracker(
      {
        get API() {
          return find();
        },
      } as ApiWindow,
      wait,
    ),
  held(record) {
    const { status, score, suspendData, location, exit, totalTime, ...lists } = record as LmsRecord;
    const [hours = 0, minutes = 0, seconds = 0] = totalTime.split(':').map(Number);
    return {
      ranks: [standard12.ranks['cmi.core.lesson_status']?.indexOf(status) ?? -1],
      score: numeral(score),
      bookmark: suspendData,
      location,
      exit,
      total: hours * 3600 + minutes * 60 + seconds,
      interactions: interactions(lists.interactions, 'student_response'),
      objectives: ids(lists.objectives),
    };
  },
  withBookmark: (record, suspendData) => ({ ...(record as LmsRecord), suspendData }),
  shows: ({ question, type, response }) => `${question} ${spelt(type, response, ',', '.')}`,
  ranksOf(isComplete, isPassed) {
    const status =
      isPassed === null ? (isComplete ? 'completed' : 'incomplete') : isPassed ? 'passed' : 'failed';
    return [standard12.ranks['cmi.core.lesson_status']?.indexOf(status) ?? -1];
  },
};

export const scorm2004Version: LmsVersion = {
  name: 'SCORM 2004',
  standard: standard2004,
  bookmarkElement: 'cmi.suspend_data',
  begin: (learner, record, committed) => scorm2004Lms({ learner }, record as Lms2004Record | null, committed),
  tracker: (find, wait) =>
    scorm2004Tracker(
      {
        get API_1484_11() {
          return find();
        },
      } as ApiWindow,
      wait,
    ),
  held(record) {
    const { completion, success, score, suspendData, location, exit, totalTime, ...lists } =
      record as Lms2004Record;
    const [, days = 0, hours = 0, minutes = 0, seconds = 0] = (
      /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(totalTime) ?? []
    ).map(Number);
    const { ranks } = standard2004;
    return {
      ranks: [
        ranks['cmi.completion_status']?.indexOf(completion) ?? -1,
        ranks['cmi.success_status']?.indexOf(success) ?? -1,
      ],
      score: numeral(score),
      bookmark: suspendData,
      location,
      exit,
      total: (days || 0) * 86_400 + (hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0),
      interactions: interactions(lists.interactions, 'learner_response'),
      objectives: ids(lists.objectives),
    };
  },
  withBookmark: (record, suspendData) => ({ ...(record as Lms2004Record), suspendData }),
  shows({ question, type, response }) {
    const said = type === 'true-false' ? String(response === 't') : spelt(type, response, '[,]', '[.]');
    return `${question} ${said}`;
  },
  ranksOf: (isComplete, isPassed) => [isComplete ? 3 : 2, isPassed === null ? 0 : isPassed ? 2 : 1],
};

/** How calls go wrong: answered "false" with a general error, or thrown; one in so many of them. */
export interface CallFault {
  readonly calls: readonly Call[];
  readonly how: 'false' | 'throw';
  readonly share: number;
}

export interface Faults {
  readonly call: CallFault | null;
  /** Milliseconds for which each commit stops the page. */
  readonly slow: number;
  readonly api: 'there' | 'late' | 'absent';
}

export const noFaults: Faults = { call: null, slow: 0, api: 'there' };

/** One conversation of a window with the LMS, behind its faults. */
export interface FaultyApi {
  readonly api: Functions;
  /** The LMS ends the conversation itself: it was opened elsewhere, or the learner's session ran out. */
  end(): void;
  isEnded(): boolean;
}

/**
 * @param isAlive  asked at each call, once: a window that is gone says nothing
 * @param fails    whether this call goes wrong now, and how
 * @param finished is called after each call that the LMS answered, with its answer
 */
export function faultyApi(
  { api }: Pick<StrictApi, 'api'>,
  { names, notRunning }: Standard,
  isAlive: () => boolean,
  fails: (call: Call) => CallFault['how'] | null,
  answered: (call: Call, args: readonly string[], answer: string) => void,
): FaultyApi {
  let error: string | null = null;
  let isBegun = false;
  let isEnded = false;
  const calls = (Object.keys(names) as Call[]).map((call): [string, (...args: string[]) => string] => [
    names[call],
    (...args) => {
      const isAsking = call === 'lastError';
      if (!isAlive()) return '';
      if (isAsking) return error ?? api[names[call]]?.() ?? '';
      if (isEnded || (!isBegun && call !== 'initialize')) {
        error = notRunning;
        return call === 'get' ? '' : 'false';
      }
      const how = fails(call);
      if (how) {
        error = '101';
        if (how === 'throw') throw new Error(`The LMS fails in ${names[call]}.`);
        return call === 'get' ? '' : 'false';
      }
      error = null;
      const answer = api[names[call]]?.(...args) ?? '';
      if (call === 'initialize' && answer === 'true') isBegun = true;
      answered(call, args, answer);
      return answer;
    },
  ]);
  return {
    api: Object.fromEntries(calls),
    isEnded: () => isEnded,
    end: () => {
      isEnded = true;
    },
  };
}
