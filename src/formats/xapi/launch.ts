/** How an LMS launches a Tin Can package: by the query of its address. Pure. */
import { type Agent, agentIn } from './agent.ts';

export interface XapiLaunch {
  readonly endpoint: string;
  /** The value of the Authorization header. */
  readonly auth: string;
  readonly actor: Agent;
  /** Null where the LMS gives none, as the oldest do. */
  readonly registration: string | null;
  /** The LMS's id of the course; null where it gives none. */
  readonly activityId: string | null;
  readonly platform: string | null;
  /** Further activities that every statement belongs to. */
  readonly grouping: readonly string[];
}

/** The same, as far as it is given. */
export interface LaunchFacts extends Omit<XapiLaunch, 'endpoint' | 'actor'> {
  readonly endpoint: string | null;
  readonly actor: Agent | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const iri = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** Null where nobody launched: no endpoint, or no learner who could be told apart. */
export function xapiLaunchIn(query: string): XapiLaunch | null {
  const { endpoint, actor, ...rest } = launchFactsIn(new URLSearchParams(query));
  return endpoint !== null && actor ? { endpoint, actor, ...rest } : null;
}

/** What a query says of a launch, each for itself. */
export function launchFactsIn(given: URLSearchParams): LaunchFacts {
  const endpoint = given.get('endpoint') ?? '';
  const registration = given.get('registration') ?? '';
  return {
    endpoint: /^https?:\/\//.test(endpoint) ? endpoint : null,
    auth: given.get('auth') ?? '',
    actor: agentIn(given.get('actor')),
    registration: uuid.test(registration) ? registration : null,
    activityId: iriIn(given.get('activity_id')),
    platform: given.get('activity_platform') || null,
    grouping: [iriIn(given.get('grouping'))].flatMap((one) => one ?? []),
  };
}

const iriIn = (text: string | null) => (text !== null && iri.test(text) ? text : null);
