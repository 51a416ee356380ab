/** A learner's enrolment in a course of cmi5: what of it is satisfied, by the moveOn of its AUs (9.3.9, 9.6.1). */
import { randomUUID } from 'node:crypto';
import type { AssignableUnit, Enrolment, Group, MoveOn } from './cmi5-course.ts';
import { type Cmi5Session, cmi5 } from './cmi5-session.ts';
import { sayAsLms } from './cmi5-statement.ts';
import type { Store } from './store.ts';

/** From now on the learner may be launched in it; what needs nothing done is satisfied at once. */
export function enrol(store: Store, enrolment: Omit<Enrolment, 'satisfied'>, now: string): void {
  const fresh: Enrolment = { ...enrolment, satisfied: [] };
  store.enrolments.push(fresh);
  saySatisfied(store, fresh, randomUUID(), now);
  store.save();
}

/** After what an AU has said in a session of this registration. */
export function noteSaid(store: Store, session: Cmi5Session, now: string): void {
  for (const enrolment of store.enrolments)
    if (enrolment.registration === session.registration) saySatisfied(store, enrolment, session.id, now);
}

/** From the inner blocks outwards. */
function saySatisfied(store: Store, enrolment: Enrolment, sessionId: string, now: string): void {
  const { course, actor, registration, satisfied } = enrolment;
  for (const group of groupsIn(course)) {
    if (satisfied.includes(group.activityId) || !isSatisfied(store, registration, group)) continue;
    satisfied.push(group.activityId);
    const object = {
      id: group.activityId,
      definition: { type: `https://w3id.org/xapi/cmi5/activitytype/${group.kind}` },
    };
    const template = {
      contextActivities: { grouping: [{ id: group.publisherId }] },
      extensions: { [cmi5.sessionId]: sessionId },
    };
    sayAsLms(store, { verb: 'satisfied', actor, object, registration, template }, now);
  }
}

function groupsIn(group: Group): Group[] {
  return [...group.parts.flatMap((part) => (part.kind === 'au' ? [] : groupsIn(part))), group];
}

function isSatisfied(store: Store, registration: string, part: AssignableUnit | Group): boolean {
  if (part.kind !== 'au') return part.parts.every((one) => isSatisfied(store, registration, one));
  const said = store.sessions
    .filter((one) => one.registration === registration && one.activityId === part.activityId)
    .flatMap((one) => one.said);
  const [isCompleted, isPassed] = [said.includes('completed'), said.includes('passed')];
  const rules: Readonly<Record<MoveOn, boolean>> = {
    Passed: isPassed,
    Completed: isCompleted,
    CompletedAndPassed: isCompleted && isPassed,
    CompletedOrPassed: isCompleted || isPassed,
    NotApplicable: true,
  };
  return rules[part.moveOn];
}
