/** The LMS's part of cmi5: launching an AU, giving its token once, ending what was left open. */
import { randomUUID } from 'node:crypto';
import { type Answer, json, Refusal } from './answer.ts';
import { isObject, type JsonObject } from './checks.ts';
import { type Cmi5Session, cmi5 } from './cmi5-session.ts';
import { sayAsLms } from './cmi5-statement.ts';
import { documentKey, tagOf } from './documents.ts';
import type { Store } from './store.ts';

export interface Cmi5Launch {
  /** The LMS's id of the AU, the same at every launch of a registration. */
  readonly activityId: string;
  /** The id of the AU in the course structure. */
  readonly publisherId: string;
  /** An agent with an account. */
  readonly actor: JsonObject;
  readonly registration: string;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number | null;
  readonly moveOn: string;
  readonly returnUrl: string | null;
}

/**
 * Prepares a session and says what stands in the query of the launch address.
 * @param base of this server, without a slash at its end
 */
export function launchCmi5(store: Store, launch: Cmi5Launch, base: string, now: string): URLSearchParams {
  const { activityId, publisherId, actor, registration, launchMode, masteryScore, moveOn, returnUrl } =
    launch;
  for (const open of store.sessions.filter((one) => one.registration === registration && one.end === null))
    abandon(store, open, now);
  const contextTemplate = {
    contextActivities: { grouping: [{ id: publisherId }] },
    extensions: { [cmi5.sessionId]: randomUUID() },
  };
  const session: Cmi5Session = {
    id: contextTemplate.extensions[cmi5.sessionId] ?? '',
    token: Buffer.from(`session:${randomUUID()}`).toString('base64'),
    fetchKey: randomUUID(),
    registration,
    activityId,
    actor,
    launchMode,
    masteryScore,
    contextTemplate,
    isFetched: false,
    hasReadPreferences: false,
    end: null,
    said: [],
  };
  store.sessions.push(session);
  const content = JSON.stringify({
    contextTemplate,
    launchMode,
    launchMethod: 'AnyWindow',
    moveOn,
    ...(masteryScore !== null && { masteryScore }),
    ...(returnUrl !== null && { returnURL: returnUrl }),
  });
  const key = documentKey(
    'activities/state',
    { activityId, registration, agent: JSON.stringify(actor) },
    'LMS.LaunchData',
  );
  store.documents[key] = { contentType: 'application/json', content, etag: tagOf(content), updated: now };
  const extensions = {
    [cmi5.launchMode]: launchMode,
    [cmi5.moveOnRule]: moveOn,
    [cmi5.launchUrl]: base,
    ...(masteryScore !== null && { [cmi5.masteryScore]: masteryScore }),
  };
  sayAsLms(store, { verb: 'launched', ...ofSession(session), extensions }, now);
  store.save();
  return new URLSearchParams({
    endpoint: `${base}/xapi/`,
    fetch: `${base}/cmi5/fetch/${session.fetchKey}`,
    actor: JSON.stringify(actor),
    registration,
    activityId,
  });
}

/** Answers the fetch address: the token once, then an error that comes with 200 (8.2.2, 8.2.3). */
export function answerFetch(store: Store, method: string, key: string): Answer {
  const session = store.sessions.find(({ fetchKey }) => fetchKey === key);
  if (!session) throw new Refusal(404, 'There is no such session.');
  if (method !== 'POST') throw new Refusal(405, 'The token is fetched by POST.', '8.2.1.0-2');
  if (session.isFetched) return json({ 'error-code': '1', 'error-text': 'The token was fetched before.' });
  session.isFetched = true;
  store.save();
  return json({ 'auth-token': session.token });
}

/** A session that never said "terminated" ends when the next one begins (9.3.6). */
function abandon(store: Store, session: Cmi5Session, now: string): void {
  session.end = 'abandoned';
  if (!session.said.includes('initialized')) return;
  const own = store.statements
    .filter(
      ({ context }) =>
        isObject(context) &&
        isObject(context.extensions) &&
        context.extensions[cmi5.sessionId] === session.id,
    )
    .map(({ timestamp }) => Date.parse(String(timestamp)));
  const seconds = (Math.max(...own) - Math.min(...own)) / 1000;
  const result = { duration: `PT${seconds}S` };
  sayAsLms(store, { verb: 'abandoned', ...ofSession(session), result }, now);
}

function ofSession({ actor, activityId, registration, contextTemplate }: Cmi5Session) {
  return { actor, object: { id: activityId }, registration, template: contextTemplate };
}
