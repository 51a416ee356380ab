/** How a statement is said in a session of cmi5: by the template, with its categories, and only in its own session. Pure. */
import type { Waiting } from '../xapi/outbox.ts';
import type { Result, Statement, Verb } from '../xapi/statement.ts';
import { type LaunchData, withTemplate } from './launch-data.ts';

const category = (name: string) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${name}` });
const masteryExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** What cmi5 defines; anything else is allowed between the first and the last of these. */
const defined: readonly Verb[] = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const movesOn: readonly Verb[] = ['completed', 'passed', 'failed'];
const judges: readonly Verb[] = ['passed', 'failed'];

/** What frames a session or judges it has no meaning in a later one: that has its own. */
const ofOneSession: readonly Verb[] = ['initialized', 'resumed', 'failed', 'suspended', 'terminated'];

/**
 * @param session the session that speaks
 * @returns null where the statement belongs to another session and cannot be said in this one
 */
export function dressed(
  { verb, statement, session: its }: Waiting,
  session: string,
  { contextTemplate, launchMode, masteryScore }: LaunchData,
): Statement | null {
  if (its !== session && ofOneSession.includes(verb)) return null;
  // In Browse and Review nothing is recorded but that the session was (10.2.2).
  if (launchMode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated') return null;
  const context = withTemplate(statement.context, contextTemplate);
  const isDefined = defined.includes(verb);
  const categories = [
    ...(isDefined ? [category('cmi5')] : []),
    ...(movesOn.includes(verb) ? [category('moveon')] : []),
    ...(context.contextActivities?.category ?? []),
  ];
  const contextActivities = {
    ...context.contextActivities,
    ...(categories.length > 0 && { category: categories }),
  };
  if (!judges.includes(verb)) return { ...statement, context: { ...context, contextActivities } };
  const extensions = {
    ...context.extensions,
    ...(masteryScore !== null && { [masteryExtension]: masteryScore }),
  };
  return {
    ...statement,
    ...(statement.result && { result: judgedBy(masteryScore, verb, statement.result) }),
    context: { ...context, contextActivities, extensions },
  };
}

/**
 * A score must not contradict the mastery score (9.3.4, 9.3.5). It can where the course judges by more than the
 * score, as by marks for each outcome: then the judgement is told and the score is not. Raw scores are whole numbers
 * (9.5.1): a share of the points that is none is told as it is, scaled.
 */
function judgedBy(masteryScore: number | null, verb: Verb, result: Result): Result {
  const { score, ...rest } = result;
  if (!score) return result;
  if (masteryScore !== null && score.scaled >= masteryScore !== (verb === 'passed')) return rest;
  return Number.isInteger(score.raw) ? result : { ...rest, score: { scaled: score.scaled } };
}
