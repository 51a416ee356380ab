/** An LRS that is told besides an LMS of SCORM: which, with what credentials, and of whom. Pure. */
import type { Opening } from '../../session/tracker.ts';
import type { CourseActivities, CourseLrs, Unit } from './activities.ts';
import { type Agent, identityOf } from './agent.ts';
import type { Standard } from './conversation.ts';
import { type LaunchFacts, launchFactsIn } from './launch.ts';
import { lrsAt } from './lrs.ts';

/**
 * @param queries of the addresses around the package, from near to far
 * @param opening what the LMS said: the learner's id and name
 * @returns null where no LRS is named, or nobody knows who learns
 */
export function besidesLms(
  course: CourseActivities,
  unit: Unit,
  queries: readonly URLSearchParams[],
  { learner, learnerName }: Pick<Opening, 'learner' | 'learnerName'>,
): Standard | null {
  const { lrs: own = {} } = course;
  const launch = launchFactsIn(queries.find((query) => query.has('endpoint')) ?? new URLSearchParams());
  const address = addressOf(own, launch);
  const actor = launch.actor ?? accountOf(learner, learnerName, own.homePage ?? course.iri);
  if (!address || !actor) return null;
  const { registration, platform } = launch;
  // An id of the launch is that of the course: a lesson that is recorded for itself has its own.
  const isWhole = unit.type === 'course';
  const activityId = (isWhole ? launch.activityId : null) ?? unit.iri;
  const whole = isWhole ? [] : [launch.activityId].flatMap((id) => id ?? []);
  const identity = identityOf(actor);
  return {
    attempt: {
      ...{ course, unit, actor, registration, activityId, platform },
      grouping: [...whole, ...launch.grouping],
      name: [identity, activityId, registration ?? ''].join('\n'),
    },
    outbox: `coursewright/outbox/besides/${activityId}/${identity}`,
    session: '',
    keepsPlace: false,
    isJudgedOnce: false,
    connect: async () => ({
      lrs: lrsAt(address.endpoint, address.auth),
      mode: 'normal',
      passMark: null,
      returnUrl: null,
      isBegun: false,
      dress: ({ statement }) => statement,
    }),
    ended() {},
  };
}

/** An author's endpoint is the only one; and no credential goes to another address than it was given for. */
function addressOf(own: CourseLrs, launch: LaunchFacts): { endpoint: string; auth: string } | null {
  const endpoint = own.endpoint ?? launch.endpoint;
  if (endpoint === null) return null;
  const isLaunched = launch.endpoint !== null && bare(launch.endpoint) === bare(endpoint);
  return { endpoint, auth: (isLaunched && launch.auth) || own.auth || '' };
}

const bare = (endpoint: string) => endpoint.replace(/\/+$/, '');

/** SCORM gives an id and a name, and no word of whose they are. */
function accountOf(learner: string, name: string, homePage: string): Agent | null {
  if (learner === '') return null;
  return { objectType: 'Agent', ...(name !== '' && { name }), account: { homePage, name: learner } };
}
