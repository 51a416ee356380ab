/**
 * Turns a Report into SCORM 1.2 data-model writes. Pure: the tracker sends them.
 * SCORM 1.2 has one field for completion and success (lesson_status); success wins when known.
 */
import type { Interaction } from '../../questions/logic.ts';
import type { Report, ReportedInteraction } from '../../session/report.ts';

export type Write = readonly [element: string, value: string];

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

/** The status to tell, never lower than what the LMS holds: a later visit takes nothing back. */
export function lessonStatus(
  { completion, success }: Pick<Report, 'completion' | 'success'>,
  held: string,
): LessonStatus {
  const reached = success === 'unknown' ? completion : success;
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
    ...(held === null ? [] : scoreWrites(report.score, held.score)),
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
// The best score counts, so one that is lower than what the LMS holds is not written either.
function scoreWrites(score: number | null, held: number | null): Write[] {
  if (score === null || (held !== null && held > score)) return [];
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
    ['correct_responses.0.pattern', pattern(what, 'correct')],
    ['weighting', String(weighting)],
    ['student_response', pattern(what, 'response')],
    ['result', result(grade)],
    ...(latency === null ? [] : [['latency', timespan(latency)] as const]),
  ];
  return fields.map(([field, value]) => [`cmi.interactions.${index}.${field}`, value]);
}

/** CMIFeedback by type: `t`, `a,c`, `1.a,2.c`. */
function pattern(what: Interaction, side: 'response' | 'correct'): string {
  switch (what.type) {
    case 'true-false':
      return what[side] ? 't' : 'f';
    case 'choice':
      return what[side].join(',');
    case 'matching':
      return what[side].map(([source, target]) => `${source}.${target}`).join(',');
  }
}

function result(grade: number): string {
  if (grade >= 1) return 'correct';
  return grade <= 0 ? 'wrong' : String(Math.round(grade * 100) / 100);
}

/** CMIIdentifier: at most 255 characters, no white space. */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/g, '_').slice(0, 255);
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
