/** Plain xAPI: the launch says everything, and no session but the learner's own sittings. */
import type { CourseActivities, Unit } from './activities.ts';
import { identityOf } from './agent.ts';
import type { Standard } from './conversation.ts';
import { xapiLaunchIn } from './launch.ts';
import { lrsAt } from './lrs.ts';

/** @param query of the package's address; null comes back where nobody launched */
export function plainXapi(course: CourseActivities, unit: Unit, query: string): Standard | null {
  const launch = xapiLaunchIn(query);
  if (!launch) return null;
  const { endpoint, auth, actor, registration, platform, grouping } = launch;
  const activityId = launch.activityId ?? unit.iri;
  const learner = identityOf(actor);
  return {
    attempt: {
      course,
      unit,
      actor,
      registration,
      activityId,
      platform,
      grouping,
      name: [learner, activityId, registration ?? ''].join('\n'),
    },
    outbox: `coursewright/outbox/${activityId}/${learner}`,
    session: '',
    keepsPlace: true,
    isJudgedOnce: false,
    connect: async () => ({
      lrs: lrsAt(endpoint, auth),
      mode: 'normal',
      passMark: null,
      returnUrl: null,
      isBegun: false,
      dress: ({ statement }) => statement,
    }),
    ended() {},
  };
}
