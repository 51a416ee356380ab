/** What SCORM 1.2 (run-time environment 3.4) refuses of one LMSSetValue. scorm-again is more lenient; this is not. */
import { atMost, type Check, matches, oneOf, refusalBy, unwiseBy } from './refusal.ts';
import type { Standard } from './strict-api.ts';

const percent: Check = (value) => value === '' || (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 100);
const timespan = matches(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
const identifier = matches(/^[\x21-\x7e]{1,255}$/);
const decimal = matches(/^-?\d+(\.\d+)?$/);
const wholeWithin =
  (least: number, most: number): Check =>
  (value) =>
    /^-?\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
const lessonStatus = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed');
const mark = '[0-9a-z]';

const core: Readonly<Record<string, Check>> = {
  'cmi.core.lesson_status': lessonStatus,
  'cmi.core.score.raw': percent,
  'cmi.core.score.min': percent,
  'cmi.core.score.max': percent,
  'cmi.core.session_time': timespan,
  'cmi.core.exit': oneOf('time-out', 'suspend', 'logout', ''),
  'cmi.core.lesson_location': atMost(255),
  'cmi.suspend_data': atMost(4096),
  'cmi.comments': atMost(4096),
  'cmi.student_preference.audio': wholeWithin(-1, 100),
  'cmi.student_preference.language': atMost(255),
  'cmi.student_preference.speed': wholeWithin(-100, 100),
  'cmi.student_preference.text': wholeWithin(-1, 1),
};

const interactionFields: Readonly<Record<string, Check>> = {
  id: identifier,
  type: oneOf(
    'true-false',
    'choice',
    'fill-in',
    'matching',
    'performance',
    'sequencing',
    'likert',
    'numeric',
  ),
  time: matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
  weighting: decimal,
  result: (value) => oneOf('correct', 'wrong', 'unanticipated', 'neutral')(value) || decimal(value),
  latency: timespan,
  'objectives.n.id': identifier,
};

const objectiveFields: Readonly<Record<string, Check>> = {
  id: identifier,
  status: (value) => lessonStatus(value) || value === 'not attempted',
  'score.raw': percent,
  'score.min': percent,
  'score.max': percent,
};

/** The form of a response, by the type of its interaction. */
const responses: Readonly<Record<string, Check>> = {
  'true-false': oneOf('t', 'f', '0', '1'),
  choice: matches(new RegExp(`^(${mark}(,${mark})*|\\{${mark}(,${mark})*\\})$`)),
  'fill-in': atMost(255),
  matching: matches(new RegExp(`^\\{?${mark}\\.${mark}(,${mark}\\.${mark})*\\}?$`)),
  sequencing: matches(new RegExp(`^${mark}(,${mark})*$`)),
  numeric: decimal,
  likert: matches(new RegExp(`^${mark}?$`)),
  performance: atMost(255),
};

export const refusal = refusalBy({
  elements: core,
  interactions: interactionFields,
  objectives: objectiveFields,
  responses,
  responseField: 'student_response',
});

export const standard: Standard = {
  names: {
    initialize: 'LMSInitialize',
    finish: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    diagnostic: 'LMSGetDiagnostic',
  },
  notRunning: '301',
  modeElement: 'cmi.core.lesson_mode',
  scoreElement: 'cmi.core.score.raw',
  statusElement: 'cmi.core.lesson_status',
  ranks: {
    'cmi.core.lesson_status': ['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'],
  },
  writeOnly: /^cmi\.core\.(exit|session_time)$|^cmi\.interactions\.\d/,
  refusal,
  unwise: unwiseBy([
    [/\.id$/, matches(/^[A-Za-z0-9_.-]+$/), 'some LMSs take letters, digits, "_", "." and "-" only.'],
    [
      /(time|latency)$/,
      matches(/^(\d{4}:\d\d:\d\d\.\d\d|\d\d:\d\d:\d\d)$/),
      'some LMSs want all its digits.',
    ],
    [
      /score\.\w+$/,
      matches(/^\d{1,3}(\.\d{1,2})?$/),
      'some LMSs take two decimals at most, and no empty score.',
    ],
  ]),
};
