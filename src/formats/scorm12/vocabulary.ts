/**
 * Turns a Report into SCORM 1.2 data-model writes. Pure: the tracker sends them.
 * SCORM 1.2 has one field for completion and success (lesson_status); success wins when known.
 */
import type { Interaction, Pair } from '../../questions/logic.ts';
import type { Report, ReportedInteraction, ReportedObjective } from '../../session/report.ts';
import { decimal } from '../decimal.ts';
import type { Write } from '../scorm/dialect.ts';
import { identifier } from '../scorm/identifier.ts';

/** `cmi.core.lesson_status`, SCORM 1.2 run-time environment 3.4.4. */
export type LessonStatus = 'not attempted' | 'browsed' | 'incomplete' | 'failed' | 'completed' | 'passed';

const rank: Readonly<Record<LessonStatus, number>> = {
  'not attempted': 0,
  browsed: 0,
  incomplete: 1,
  failed: 2,
  completed: 3,
  passed: 4,
};

/**
 * The status to tell, never lower than what the LMS holds: a later visit takes nothing back, unless the course
 * says that the last attempt counts and that one failed.
 */
export function lessonStatus(
  { completion, success, mayFall }: Pick<Report, 'completion' | 'success' | 'mayFall'>,
  held: string,
): LessonStatus {
  const reached = success === 'unknown' ? completion : success;
  if (mayFall && reached === 'failed') return reached;
  return isLessonStatus(held) && rank[held] > rank[reached] ? held : reached;
}

function isLessonStatus(text: string): text is LessonStatus {
  return Object.hasOwn(rank, text);
}

/**
 * Everything of a report but its interactions, in the order in which it is to be said: score before status, so
 * that "passed" never stands without its score, and time last, which a commit cut short can spare most easily.
 * @param held what the LMS holds; null where it takes neither status nor score (no credit)
 */
export function stateWrites(report: Report, held: Held | null): Write[] {
  return [
    ...(held === null || import.meta.asksNothing ? [] : scoreWrites(report, held.score)),
    ...(held === null ? [] : [['cmi.core.lesson_status', lessonStatus(report, held.status)] as const]),
    ['cmi.suspend_data', report.bookmark],
    ['cmi.core.lesson_location', report.location],
    ['cmi.core.session_time', timespan(report.sittingTime)],
  ];
}

/** What the LMS held when the sitting began, and has taken since. */
export interface Held {
  readonly status: string;
  /** Per cent; null where it holds none. */
  readonly score: number | null;
}

// Before something scored was answered nothing is written: a 0 reads as "scored zero" in Moodle and others.
// One that is lower than what the LMS holds is written only where the last attempt counts.
function scoreWrites({ score, mayFall }: Report, held: number | null): Write[] {
  if (score === null || (held !== null && held > score && !mayFall)) return [];
  return [
    ['cmi.core.score.raw', String(score)],
    ['cmi.core.score.min', '0'],
    ['cmi.core.score.max', '100'],
  ];
}

/** One interaction at its index: id first, then type, then the rest. */
export function interactionWrites(index: number, interaction: ReportedInteraction): Write[] {
  const { id, what, grade, weighting, outcome, at, latency } = interaction;
  const fields: Write[] = [
    ['id', identifier(id)],
    ['type', what.type],
    ...(outcome === null ? [] : [['objectives.0.id', identifier(outcome)] as const]),
    ['time', timeOfDay(at)],
    ...(grade === null ? [] : [['correct_responses.0.pattern', pattern(what, 'correct')] as const]),
    ['weighting', String(weighting)],
    ['student_response', pattern(what, 'response')],
    ['result', result(grade)],
    ...(latency === null ? [] : [['latency', timespan(latency)] as const]),
  ];
  return fields.map(([field, value]) => [`cmi.interactions.${index}.${field}`, value]);
}

/** One outcome as an objective at its index: id first, score before status. */
export function objectiveWrites(index: number, { id, score, success }: ReportedObjective): Write[] {
  const fields: Write[] = [
    ['id', identifier(id)],
    ['score.raw', String(score)],
    ['score.min', '0'],
    ['score.max', '100'],
    ['status', success],
  ];
  return fields.map(([field, value]) => [`cmi.objectives.${index}.${field}`, value]);
}

/** CMIFeedback by type: `t`, `a,c`, `1.a,2.c`, `fill-in` and `performance` at most 255 characters; empty where nothing is right. */
function pattern(what: Interaction, side: 'response' | 'correct'): string {
  switch (what.type) {
    case 'true-false':
      return what[side] ? 't' : 'f';
    case 'choice':
    case 'sequencing':
      return what[side].join(',');
    case 'matching':
      return pairs(what[side], '.');
    case 'performance':
      return pairs(what[side], '.').slice(0, 255);
    case 'fill-in':
      return (side === 'response' ? what.response : (what.correct[0] ?? '')).slice(0, 255);
    case 'numeric':
      return decimal(side === 'response' ? what.response : what.correct.min, 10);
    case 'likert':
      return side === 'response' ? what.response : '';
  }
}

function pairs(list: readonly Pair[], delimiter: string): string {
  return list.map((pair) => pair.join(delimiter)).join(',');
}

function result(grade: number | null): string {
  if (grade === null) return 'neutral';
  if (grade >= 1) return 'correct';
  return grade <= 0 ? 'wrong' : String(Math.round(grade * 100) / 100);
}

/** CMITimespan: HHHH:MM:SS.SS, at most 9999 hours; not an ISO 8601 duration. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.round(Math.max(milliseconds, 0) / 10), 9999 * 360_000 + 359_999);
  const hours = Math.floor(hundredths / 360_000);
  const seconds = ((hundredths % 6_000) / 100).toFixed(2);
  return `${String(hours).padStart(4, '0')}:${two(Math.floor(hundredths / 6_000) % 60)}:${seconds.padStart(5, '0')}`;
}

/** CMITime: the learner's own time of day, HH:MM:SS. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
