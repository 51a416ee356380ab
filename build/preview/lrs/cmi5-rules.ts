/** What a strict LMS refuses of an AU's statement, with the numbers of the requirements of cmi5 (Quartz). Pure. */
import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject } from './checks.ts';
import { type Cmi5Session, cmi5 } from './cmi5-session.ts';

export interface Cmi5Fault {
  readonly requirement: string;
  readonly message: string;
}

const verbs: Readonly<Record<string, string>> = {
  'http://adlnet.gov/expapi/verbs/initialized': 'initialized',
  'http://adlnet.gov/expapi/verbs/completed': 'completed',
  'http://adlnet.gov/expapi/verbs/passed': 'passed',
  'http://adlnet.gov/expapi/verbs/failed': 'failed',
  'http://adlnet.gov/expapi/verbs/terminated': 'terminated',
};

/** The defined verb of a statement; null where it is one that cmi5 allows and does not define. */
export function definedVerb(statement: JsonObject): string | null {
  const isDefined = idsOf(object(object(statement.context).contextActivities).category).includes(
    cmi5.defined,
  );
  const { id } = object(statement.verb);
  return isDefined ? (verbs[String(id)] ?? String(id)) : null;
}

/**
 * @param session what was said before this statement in its session
 * @param before  defined verbs of all earlier sessions of this AU in the registration
 */
export function cmi5Faults(
  session: Cmi5Session,
  before: readonly string[],
  statement: JsonObject,
): readonly Cmi5Fault[] {
  const verb = definedVerb(statement);
  return [
    ...orderFaults(session, before, verb),
    ...contextFaults(session, statement, verb !== null),
    ...(verb === null ? [] : resultFaults(session, statement, verb)),
  ].map(([requirement, message]) => ({ requirement, message }));
}

type Found = readonly [requirement: string, message: string];

function orderFaults(
  { said, end, hasReadPreferences, launchMode }: Cmi5Session,
  before: readonly string[],
  verb: string | null,
): Found[] {
  const faults: Found[] = [];
  const ever = [...before, ...said];
  const isJudged = verb === 'passed' || verb === 'failed';
  if (end === 'terminated') faults.push(['9.3.0.0-5', '"terminated" comes last']);
  if (end === 'abandoned') faults.push(['9.3.6.0-2', 'the LMS has abandoned the session']);
  if (verb !== 'initialized' && !said.includes('initialized'))
    faults.push(['9.3.0.0-4', '"initialized" comes first']);
  if (verb === 'initialized' && !hasReadPreferences)
    faults.push(['11.0.0.0-3', 'the learner preferences were not read before']);
  if (verb === null) return faults;
  if (!Object.values(verbs).includes(verb)) faults.push(['9.3.0.0-1', `an AU does not define ${verb}`]);
  if (said.includes(verb)) faults.push(['9.3.0.0-2', `"${verb}" was said in this session`]);
  if (isJudged && said.some((one) => one === 'passed' || one === 'failed'))
    faults.push(['9.3.0.0-3', 'this session was judged before']);
  if (verb === 'completed' && ever.includes('completed'))
    faults.push(['9.3.0.0-6', '"completed" was said in this registration']);
  if (verb === 'passed' && ever.includes('passed'))
    faults.push(['9.3.0.0-7', '"passed" was said in this registration']);
  if (verb === 'failed' && ever.includes('passed')) faults.push(['9.3.0.0-8', '"failed" follows "passed"']);
  if (launchMode !== 'Normal' && !['initialized', 'terminated'].includes(verb))
    faults.push([
      launchMode === 'Browse' ? '10.2.2.0-9' : '10.2.2.0-11',
      `nothing is recorded in ${launchMode}`,
    ]);
  return faults;
}

function contextFaults(session: Cmi5Session, statement: JsonObject, isDefined: boolean): Found[] {
  const faults: Found[] = [];
  const context = object(statement.context);
  const template = session.contextTemplate;
  const extensions = object(context.extensions);
  if (typeof statement.id !== 'string') faults.push(['9.1.0.0-1', 'the statement has no id']);
  if (!isDeepStrictEqual(statement.actor, session.actor))
    faults.push(['8.1.3.0-3', 'the actor is not the one of the launch']);
  if (context.registration !== session.registration)
    faults.push([isDefined ? '9.6.1.0-1' : '8.1.4.0-3', 'the registration is not the one of the launch']);
  if (extensions[cmi5.sessionId] !== session.id) faults.push(['9.6.3.1-4', 'the session id is missing']);
  for (const [key, value] of Object.entries(object(template.extensions)))
    if (key !== cmi5.sessionId && !isDeepStrictEqual(extensions[key], value))
      faults.push(['10.2.1.0-7', `the extension ${key} of the template is missing or changed`]);
  for (const [list, wanted] of Object.entries(object(template.contextActivities))) {
    const has = idsOf(object(context.contextActivities)[list]);
    const missing = idsOf(wanted).find((id) => !has.includes(id));
    if (missing)
      faults.push([
        isDefined ? '9.6.2.0-1' : '10.2.1.0-6',
        `${missing} of the template is missing in ${list}`,
      ]);
  }
  if (typeof statement.timestamp !== 'string') faults.push(['9.7.0.0-1', 'the timestamp is missing']);
  else if (!/(Z|[+]00:?00)$/.test(statement.timestamp))
    faults.push(['9.7.0.0-2', 'the timestamp is not in UTC']);
  const { score } = object(statement.result);
  if (isObject(score) && score.raw !== undefined && (score.min === undefined || score.max === undefined))
    faults.push(['9.5.1.0-3', 'a raw score has its min and max']);
  if (isObject(score) && ['raw', 'min', 'max'].some((name) => !isWhole(score[name])))
    faults.push(['9.5.1', 'raw, min and max of a score are whole numbers']);
  const { success, completion } = object(statement.result);
  const movesOn = isDefined && (success !== undefined || completion !== undefined);
  const isMarked = idsOf(object(context.contextActivities).category).includes(cmi5.moveOn);
  if (movesOn && !isMarked) faults.push(['9.6.2.2-1', 'the category "moveon" is missing']);
  if (!movesOn && isMarked) faults.push(['9.6.2.2-2', 'the category "moveon" does not belong here']);
  return faults;
}

function resultFaults(session: Cmi5Session, statement: JsonObject, verb: string): Found[] {
  const faults: Found[] = [];
  const { score, success, completion, duration } = object(statement.result);
  const isJudged = verb === 'passed' || verb === 'failed';
  if (object(statement.object).id !== session.activityId)
    faults.push(['9.4.0.0-2', 'the object is not the activity of the launch']);
  if (!isObject(statement.actor) || !isObject(statement.actor.account))
    faults.push(['9.2.0.0-3', 'the actor has no account']);
  if (score !== undefined && !isJudged) faults.push(['9.5.1.0-2', `"${verb}" has no score`]);
  if (verb === 'passed' && success !== true) faults.push(['9.5.2.0-1', '"passed" is a success']);
  if (verb === 'failed' && success !== false) faults.push(['9.5.2.0-2', '"failed" is no success']);
  if (!isJudged && success !== undefined) faults.push(['9.5.2.0-3', `"${verb}" says nothing of success`]);
  if (verb === 'completed' && completion !== true) faults.push(['9.5.3.0-1', '"completed" is a completion']);
  if (verb !== 'completed' && completion !== undefined)
    faults.push(['9.5.3.0-2', `"${verb}" says nothing of completion`]);
  const needsDuration: Readonly<Record<string, string>> = {
    terminated: '9.5.4.1-1',
    completed: '9.5.4.1-2',
    passed: '9.5.4.1-3',
    failed: '9.5.4.1-4',
  };
  const requirement = needsDuration[verb];
  if (requirement && duration === undefined) faults.push([requirement, `"${verb}" has no duration`]);
  const { scaled } = object(score);
  const mark = session.masteryScore;
  if (!isJudged || scaled === undefined || mark === null) return faults;
  if (object(object(statement.context).extensions)[cmi5.masteryScore] !== mark)
    faults.push(['9.6.3.2-2', 'the mastery score is missing']);
  if (verb === 'passed' && Number(scaled) < mark)
    faults.push(['9.3.4.0-2', `${scaled} does not pass ${mark}`]);
  if (verb === 'failed' && Number(scaled) >= mark)
    faults.push(['9.3.5.0-2', `${scaled} does not fail ${mark}`]);
  return faults;
}

const isWhole = (value: unknown) => value === undefined || Number.isInteger(value);

function object(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function idsOf(activities: unknown): string[] {
  const list = Array.isArray(activities) ? activities : activities === undefined ? [] : [activities];
  return list.map((one) => String(object(one).id));
}
