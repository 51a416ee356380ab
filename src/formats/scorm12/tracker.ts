/** SCORM 1.2 as a dialect: its elements, its errors, and the API object by its own names. */
import type { Tracker } from '../../session/tracker.ts';
import { type Api, type Dialect, numberIn } from '../scorm/dialect.ts';
import { type ApiWindow, findApi } from '../scorm/find-api.ts';
import { scormTracker } from '../scorm/tracker.ts';
import { bookmarkLimit } from './limits.ts';
import { interactionWrites, objectiveWrites, stateWrites } from './vocabulary.ts';

/** The API object of SCORM 1.2 (run-time environment 3.3.1). */
export interface Scorm12Api {
  LMSInitialize(empty: ''): string;
  LMSFinish(empty: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(empty: ''): string;
  LMSGetLastError(): string;
}

/**
 * @param wait  resolves after so many milliseconds
 * @param looks how often to look for the API before there is taken to be none
 */
export function scorm12Tracker(
  window: ApiWindow,
  wait: (milliseconds: number) => Promise<void>,
  looks?: number,
): Tracker {
  const find = () => {
    const api = findApi<Scorm12Api>(window, 'API');
    return api && spoken(api);
  };
  return scormTracker(dialect, find, wait, looks);
}

function spoken(api: Scorm12Api): Api {
  return {
    initialize: () => api.LMSInitialize(''),
    finish: () => api.LMSFinish(''),
    get: (element) => api.LMSGetValue(element),
    set: (element, value) => api.LMSSetValue(element, value),
    commit: () => api.LMSCommit(''),
    lastError: () => api.LMSGetLastError(),
  };
}

const newStatuses = ['not attempted', 'browsed', ''];

const dialect: Dialect = {
  bookmarkLimit,
  elements: {
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    status: 'cmi.core.lesson_status',
    location: 'cmi.core.lesson_location',
    learner: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    language: import.meta.speaksSeveral ? 'cmi.student_preference.language' : '',
  },
  newStatuses,
  known: [
    'cmi.core.lesson_status',
    'cmi.core.score.raw',
    'cmi.core.score.min',
    'cmi.core.score.max',
    'cmi.core.lesson_location',
    'cmi.suspend_data',
  ],
  next: null,
  objectiveFields: import.meta.asksNothing ? [] : ['id', 'score.raw', 'score.min', 'score.max', 'status'],
  // Run-time environment 3.4.1.1: invalid argument, not implemented, keyword, read-only or write-only, wrong type.
  finalErrors: ['201', '202', '203', '401', '402', '403', '404', '405'],
  // 1.2 has no number of its own for "already initialized": Moodle and others give the general one.
  runningErrors: ['101'],
  unreadErrors: ['101', '301'],
  endedErrors: ['301'],
  passMark(get) {
    if (import.meta.asksNothing) return null;
    const hasMark = get('cmi.student_data._children').includes('mastery_score');
    return hasMark ? numberIn(get('cmi.student_data.mastery_score')) : null;
  },
  completionThreshold: () => null,
  // Moodle records a sitting without a status as completed.
  announcements(holds) {
    const isNew = holds && newStatuses.includes(holds('cmi.core.lesson_status'));
    return [
      ...(isNew ? [['cmi.core.lesson_status', 'incomplete'] as const] : []),
      ['cmi.core.exit', 'suspend'],
    ];
  },
  stateWrites(report, holds) {
    return stateWrites(
      report,
      holds && { status: holds('cmi.core.lesson_status'), score: numberIn(holds('cmi.core.score.raw')) },
    );
  },
  interactionWrites: import.meta.asksNothing ? () => [] : interactionWrites,
  objectiveWrites: import.meta.asksNothing ? () => [] : objectiveWrites,
};
