/**
 * Turns a Report into SCORM 2004 data-model writes (run-time environment, 4th edition, chapter 4). Pure: the
 * conversation sends them. Completion and success are two elements here.
 */
import type { Report, ReportedInteraction, ReportedObjective } from '../../session/report.ts';
import { decimal } from '../decimal.ts';
import { duration } from '../duration.ts';
import { patternsOf, responseOf, typeOf } from '../responses.ts';
import { type Holds, numberIn, type Write } from '../scorm/dialect.ts';
import { identifier } from '../scorm/identifier.ts';

/**
 * Score before success, so that "passed" never stands without its score; time last.
 * @param holds what the LMS holds; null where it takes neither status nor score (no credit)
 */
export function stateWrites(report: Report, holds: Holds | null): Write[] {
  return [
    ...(holds ? [...scoreWrites(report, holds), ...statusWrites(report, holds)] : []),
    ['cmi.suspend_data', report.bookmark],
    // No place says nothing that the bookmark does not say, and some LMSs take no empty one.
    ...(report.location === '' ? [] : [['cmi.location', report.location] as const]),
    ['cmi.session_time', duration(report.sittingTime)],
  ];
}

// Before something scored was submitted nothing is written, and nothing lower than what the LMS holds unless the
// course says that the last attempt counts.
function scoreWrites({ score, mayFall }: Report, holds: Holds): Write[] {
  const held = numberIn(holds('cmi.score.raw'));
  if (score === null || (held !== null && held > score && !mayFall)) return [];
  return [
    ['cmi.score.scaled', decimal(score / 100)],
    ['cmi.score.raw', decimal(score)],
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
  ];
}

/** A later visit takes nothing back: neither what was completed nor, where the best counts, what was passed. */
function statusWrites({ completion, success, progress, mayFall }: Report, holds: Holds): Write[] {
  const isCompleted = completion === 'completed' || holds('cmi.completion_status') === 'completed';
  const wasPassed = holds('cmi.success_status') === 'passed';
  const told = success === 'failed' && wasPassed && !mayFall ? 'passed' : success;
  return [
    ...(told === 'unknown' ? [] : [['cmi.success_status', told] as const]),
    ['cmi.completion_status', isCompleted ? 'completed' : 'incomplete'],
    ['cmi.progress_measure', decimal(Math.max(progress, numberIn(holds('cmi.progress_measure')) ?? 0))],
  ];
}

/** One interaction at its index: id first, then type, then the rest (4.2.9). */
export function interactionWrites(index: number, interaction: ReportedInteraction): Write[] {
  const { id, what, grade, weighting, outcome, at, latency } = interaction;
  const fields: Write[] = [
    ['id', identifier(id)],
    ['type', typeOf(what)],
    ...(outcome === null ? [] : [['objectives.0.id', identifier(outcome)] as const]),
    ['timestamp', timestamp(at)],
    ...(grade === null
      ? []
      : patternsOf(what, limits)
          .slice(0, mostPatterns)
          .map((one, n) => [`correct_responses.${n}.pattern`, one] as const)),
    ['weighting', decimal(weighting)],
    ['learner_response', responseOf(what, limits)],
    ['result', result(grade)],
    ...(latency === null ? [] : [['latency', duration(latency)] as const]),
  ];
  return fields.map(([field, value]) => [`cmi.interactions.${index}.${field}`, value]);
}

/** One outcome as an objective at its index: id first, score before success (4.2.17). */
export function objectiveWrites(index: number, objective: ReportedObjective): Write[] {
  const { id, text: words, language, score, success } = objective;
  const fields: Write[] = [
    ['id', identifier(id)],
    // localized_string_type: without its language it would be taken for English.
    ['description', `{lang=${language}}${words.slice(0, limits.short)}`],
    ['score.scaled', decimal(score / 100)],
    ['score.raw', decimal(score)],
    ['score.min', '0'],
    ['score.max', '100'],
    ['success_status', success],
  ];
  return fields.map(([field, value]) => [`cmi.objectives.${index}.${field}`, value]);
}

// A fill-in holds at most 250 characters, a long one 4,000 (4.2.9.1).
const limits = { short: 250, long: 4000 };

// At most this many patterns of a fill-in are kept by every LMS (SPM of correct_responses).
const mostPatterns = 5;

function result(grade: number | null): string {
  if (grade === null) return 'neutral';
  if (grade >= 1) return 'correct';
  return grade <= 0 ? 'incorrect' : decimal(grade);
}

/** time(second,10,2), in UTC. Two decimals always: Moodle refuses a time without. */
export function timestamp(at: number): string {
  return new Date(at).toISOString().replace(/(\.\d\d)\dZ$/, '$1Z');
}
