/** The emulator as an LMS of xAPI and cmi5: the strict LRS, launches, and faults at the press of a button. */
import { randomUUID } from 'node:crypto';
import type { Launched } from '../pipeline/manifest.ts';
import { serveLrs } from './lrs/serve-lrs.ts';
import { lrsView } from './lrs-view.ts';
import type { FaultName, LaunchRequest, LrsView } from './state.ts';

export interface LrsLms {
  /** The query of the address that a learner is launched with; null where there is no such launch. */
  launch(standard: 'xapi' | 'cmi5', launches: readonly Launched[], request: LaunchRequest): string | null;
  /** The same for a package of this format that tells an LRS besides the LMS: who learns is said by the LMS. */
  launchBesides(format: string, launches: readonly Launched[], request: LaunchRequest): string | null;
  fail(names: readonly FaultName[]): void;
  view(): LrsView;
  close(): Promise<void>;
}

/** @param changed is told after each request of the course */
export async function startLrsLms(changed: () => void): Promise<LrsLms> {
  const key = `Basic ${Buffer.from(`preview:${randomUUID()}`).toString('base64')}`;
  const lrs = await serveLrs({ keys: [key], isStateStrict: true, refusesRepeats: false });
  lrs.listen(changed);
  /** By standard, course and learner: a version of the course later it is the same. */
  const registrations = new Map<string, string>();
  let shown = '';
  /** How many refusals there were before this learner. */
  let earlier = 0;

  const actorOf = (learner: string) => ({
    ...{ objectType: 'Agent' as const, name: 'Seven Learner' },
    account: { homePage: 'https://lms.example', name: learner },
  });
  const activityOf = (iri: string) => `https://lms.example/activities/${encodeURIComponent(iri)}`;

  /** Enrolled at the first launch: what of the course is satisfied is said from then on. */
  const register = (standard: string, course: string, learner: string, launches: readonly Launched[]) => {
    const name = [standard, course, learner].join('\n');
    const before = registrations.get(name);
    if (before) return before;
    const registration = randomUUID();
    registrations.set(name, registration);
    if (standard === 'cmi5')
      lrs.enrol({
        ...{ registration, actor: actorOf(learner) },
        course: {
          ...{ kind: 'course', activityId: activityOf(course), publisherId: course },
          parts: launches.flatMap(({ iri, moveOn }) =>
            iri === null
              ? []
              : [{ kind: 'au' as const, activityId: activityOf(iri), publisherId: iri, moveOn }],
          ),
        },
      });
    return registration;
  };

  /** From now on, what the LRS holds of it is shown. */
  const showOf = (registration: string) => {
    if (registration !== shown) earlier = lrs.refusals.length;
    shown = registration;
  };

  return {
    launch(standard, launches, { learner, launch, mode }) {
      const wanted = launches[launch];
      if (!wanted?.iri) return null;
      const { iri, moveOn, masteryScore } = wanted;
      const course = courseOf(iri);
      const registration = register(standard, course, learner, launches);
      showOf(registration);
      const actor = actorOf(learner);
      if (standard === 'cmi5')
        return lrs
          .launch({
            ...{
              activityId: activityOf(iri),
              publisherId: iri,
              actor,
              registration,
              moveOn,
              returnUrl: null,
            },
            launchMode: mode === 'review' ? 'Review' : 'Normal',
            masteryScore: masteryScore === null ? null : masteryScore / 100,
          })
          .toString();
      return new URLSearchParams({
        ...{ endpoint: lrs.endpoint, auth: key, actor: JSON.stringify(actor), registration },
        activity_id: course,
      }).toString();
    },
    launchBesides(format, launches, { learner, launch }) {
      const { iri = null } = launches[launch] ?? {};
      if (iri === null) return null;
      const registration = register(`besides ${format}`, courseOf(iri), learner, launches);
      showOf(registration);
      return new URLSearchParams({ endpoint: lrs.endpoint, auth: key, registration }).toString();
    },
    fail(names) {
      lrs.delay = names.includes('slow') ? 2000 : 0;
      if (names.includes('cut')) lrs.fail({ how: 'cut' });
      else if (names.includes('lost')) lrs.fail({ how: 401 });
      else lrs.fail(names.includes('refuse') ? { how: 503 } : null);
    },
    view: () => lrsView({ ...lrs, refusals: lrs.refusals.slice(earlier) }, shown),
    close: () => lrs.stop(),
  };
}

const courseOf = (iri: string) => iri.replace(/\/(au|lessons\/[^/]+)$/, '');
