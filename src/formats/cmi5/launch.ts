/** How an LMS launches an AU: by the query of its address (cmi5 8.1), in any order. Pure. */
import { type Agent, agentIn } from '../xapi/agent.ts';

export interface Cmi5Launch {
  readonly endpoint: string;
  /** Where the token is fetched, once. */
  readonly fetch: string;
  readonly actor: Agent;
  /** The actor as the LMS wrote it: requests have to name this very one. */
  readonly registration: string;
  readonly activityId: string;
}

/** Null where this is no launch of cmi5. */
export function cmi5LaunchIn(query: string): Cmi5Launch | null {
  const given = new URLSearchParams(query);
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map(
    (name) => given.get(name) ?? '',
  );
  const actor = given.get('actor');
  const agent = agentIn(actor);
  if (!endpoint || !fetch || !registration || !activityId || !agent?.account) return null;
  return { endpoint, fetch, actor: asWritten(actor) ?? agent, registration, activityId };
}

/** The LMS compares what is sent with what it gave, word by word (cmi5 8.1.3). */
function asWritten(json: string | null): Agent | null {
  const value: unknown = JSON.parse(json ?? 'null');
  return Array.isArray(value) ? null : (value as Agent);
}
