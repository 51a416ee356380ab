/** SCORM 2004 as a dialect: its elements, its errors, and the API object by its own names. */
import type { Tracker } from '../../session/tracker.ts';
import { type Api, type Dialect, numberIn } from '../scorm/dialect.ts';
import { type ApiWindow, findApi } from '../scorm/find-api.ts';
import { scormTracker } from '../scorm/tracker.ts';
import { bookmarkLimit } from './limits.ts';
import { interactionWrites, objectiveWrites, stateWrites } from './vocabulary.ts';

/** The API object of SCORM 2004 (run-time environment 3.2). */
export interface Scorm2004Api {
  Initialize(empty: ''): string;
  Terminate(empty: ''): string;
  GetValue(element: string): string;
  SetValue(element: string, value: string): string;
  Commit(empty: ''): string;
  GetLastError(): string;
}

/**
 * @param wait  resolves after so many milliseconds
 * @param looks how often to look for the API before there is taken to be none
 */
export function scorm2004Tracker(
  window: ApiWindow,
  wait: (milliseconds: number) => Promise<void>,
  looks?: number,
): Tracker {
  const find = () => {
    const api = findApi<Scorm2004Api>(window, 'API_1484_11');
    return api && spoken(api);
  };
  return scormTracker(dialect, find, wait, looks);
}

function spoken(api: Scorm2004Api): Api {
  return {
    initialize: () => api.Initialize(''),
    finish: () => api.Terminate(''),
    get: (element) => api.GetValue(element),
    set: (element, value) => api.SetValue(element, value),
    commit: () => api.Commit(''),
    lastError: () => api.GetLastError(),
  };
}

const newStatuses = ['not attempted', 'unknown', ''];

const dialect: Dialect = {
  bookmarkLimit,
  elements: {
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    status: 'cmi.completion_status',
    location: 'cmi.location',
    learner: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    language: import.meta.speaksSeveral ? 'cmi.learner_preference.language' : '',
  },
  newStatuses,
  known: [
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.score.scaled',
    'cmi.score.raw',
    'cmi.score.min',
    'cmi.score.max',
    'cmi.progress_measure',
    'cmi.location',
    'cmi.suspend_data',
  ],
  // Sequencing and navigation 5.6.4: the LMS acts on it once this SCO has terminated.
  next: { write: ['adl.nav.request', 'continue'], validity: 'adl.nav.request_valid.continue' },
  objectiveFields: [
    'id',
    'description',
    'score.scaled',
    'score.raw',
    'score.min',
    'score.max',
    'success_status',
  ],
  // Run-time environment 3.1.7: general argument, undefined, unimplemented, read-only, write-only, wrong type, out of
  // range, dependency not established.
  finalErrors: ['201', '401', '402', '404', '405', '406', '407', '408'],
  runningErrors: ['103'],
  // General exception, general get failure, retrieval before initialization and after termination.
  unreadErrors: ['101', '301', '122', '123'],
  // 3.1.7: termination, retrieval, storing and commit, before initialization and after termination.
  endedErrors: ['112', '113', '122', '123', '132', '133', '142', '143'],
  passMark: (get) => percentIn(get('cmi.scaled_passing_score')),
  completionThreshold: (get) => percentIn(get('cmi.completion_threshold')),
  announcements(holds) {
    const isNew = holds && newStatuses.includes(holds('cmi.completion_status'));
    return [...(isNew ? [['cmi.completion_status', 'incomplete'] as const] : []), ['cmi.exit', 'suspend']];
  },
  stateWrites,
  interactionWrites: import.meta.asksNothing ? () => [] : interactionWrites,
  objectiveWrites: import.meta.asksNothing ? () => [] : objectiveWrites,
};

/** A share that the LMS holds, as per cent; null where it holds none. */
function percentIn(text: string): number | null {
  const share = numberIn(text);
  return share === null ? null : Math.round(share * 10_000) / 100;
}
