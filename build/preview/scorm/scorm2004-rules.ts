/** What SCORM 2004 (run-time environment, 4th edition, chapter 4) refuses of one SetValue. */
import { atMost, type Check, matches, oneOf, refusalBy, unwiseBy } from './refusal.ts';
import type { Standard } from './strict-api.ts';

const real = matches(/^-?\d+(\.\d{1,7})?$/);
const scaled: Check = (value) => real(value) && Math.abs(Number(value)) <= 1;
const measure: Check = (value) => real(value) && Number(value) >= 0 && Number(value) <= 1;
const time = matches(
  /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?)?)?)?)?)?$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
);
const interval = matches(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
const identifier = matches(/^\S{1,4000}$/);
const notNegative: Check = (value) => real(value) && Number(value) >= 0;
const described = matches(/^(\{lang=[A-Za-z]{2,3}(-[A-Za-z0-9-]{2,8})?\})?[\s\S]{0,250}$/);
const short = '[A-Za-z0-9_.-]{1,250}';
const pair = `${short}\\[\\.\\][^\\[\\]]{0,250}`;

const responses: Readonly<Record<string, Check>> = {
  'true-false': oneOf('true', 'false'),
  choice: matches(new RegExp(`^(${short}(\\[,\\]${short})*)?$`)),
  'fill-in': atMost(250),
  'long-fill-in': atMost(4000),
  matching: matches(new RegExp(`^(${pair}(\\[,\\]${pair})*)?$`)),
  performance: matches(new RegExp(`^(${pair}(\\[,\\]${pair})*)?$`)),
  sequencing: matches(new RegExp(`^${short}(\\[,\\]${short})*$`)),
  numeric: real,
  likert: matches(new RegExp(`^${short}$`)),
};

export const standard: Standard = {
  names: {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    diagnostic: 'GetDiagnostic',
  },
  notRunning: '122',
  modeElement: 'cmi.mode',
  scoreElement: 'cmi.score.scaled',
  statusElement: 'cmi.completion_status',
  ranks: {
    'cmi.completion_status': ['unknown', 'not attempted', 'incomplete', 'completed'],
    'cmi.success_status': ['unknown', 'failed', 'passed'],
  },
  writeOnly: /^cmi\.(exit|session_time)$/,
  refusal: refusalBy({
    elements: {
      'cmi.completion_status': oneOf('completed', 'incomplete', 'not attempted', 'unknown'),
      'cmi.success_status': oneOf('passed', 'failed', 'unknown'),
      'cmi.score.scaled': scaled,
      'cmi.score.raw': real,
      'cmi.score.min': real,
      'cmi.score.max': real,
      'cmi.progress_measure': measure,
      'cmi.session_time': interval,
      'cmi.exit': oneOf('time-out', 'suspend', 'logout', 'normal', ''),
      'cmi.location': atMost(1000),
      'cmi.suspend_data': atMost(64_000),
      'adl.nav.request': matches(
        /^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^}]+\}(choice|jump))$/,
      ),
      'adl.data.n.store': atMost(64_000),
      'cmi.learner_preference.audio_level': notNegative,
      'cmi.learner_preference.language': atMost(250),
      'cmi.learner_preference.delivery_speed': notNegative,
      'cmi.learner_preference.audio_captioning': oneOf('-1', '0', '1'),
      'cmi.comments_from_learner.n.comment': atMost(4000),
      'cmi.comments_from_learner.n.location': atMost(250),
      'cmi.comments_from_learner.n.timestamp': time,
    },
    interactions: {
      id: identifier,
      type: oneOf(...Object.keys(responses), 'other'),
      timestamp: time,
      weighting: real,
      result: (value) => oneOf('correct', 'incorrect', 'unanticipated', 'neutral')(value) || real(value),
      latency: interval,
      'objectives.n.id': identifier,
      description: described,
    },
    objectives: {
      id: identifier,
      description: described,
      'score.scaled': scaled,
      'score.raw': real,
      'score.min': real,
      'score.max': real,
      success_status: oneOf('passed', 'failed', 'unknown'),
      completion_status: oneOf('completed', 'incomplete', 'not attempted', 'unknown'),
      progress_measure: measure,
    },
    responses,
    patterns: { ...responses, numeric: matches(/^-?\d+(\.\d+)?\[:\]-?\d+(\.\d+)?$/) },
    responseField: 'learner_response',
  }),
  unwise: unwiseBy([
    [/timestamp$/, matches(/:\d\d\.\d\dZ$/), 'Moodle refuses a time without two decimals.'],
    [/\.id$/, matches(/^[A-Za-z0-9_.-]+$/), 'some LMSs take letters, digits, "_", "." and "-" only.'],
    [/session_time$|latency$/, matches(/^PT/), 'some LMSs read hours, minutes and seconds only.'],
    [
      /\.description$/,
      matches(/^\{lang=[a-z]{2,3}(-[A-Za-z0-9-]{2,8})?\}[^{]/),
      'some LMSs want its language first.',
    ],
  ]),
};
