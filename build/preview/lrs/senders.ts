/** Who asks: a client by its key, or an AU by the token of its session; and what an AU may not ask. */
import { isDeepStrictEqual } from 'node:util';
import { type LrsRequest, Refusal, readJson } from './answer.ts';
import { isObject } from './checks.ts';
import { noteSaid } from './cmi5-enrolment.ts';
import { cmi5Faults, definedVerb } from './cmi5-rules.ts';
import type { Cmi5Session } from './cmi5-session.ts';
import { voided } from './statement-rules.ts';
import type { Sender } from './statements.ts';
import type { Store } from './store.ts';

export interface Asking {
  readonly sender: Sender;
  /** Null for a client of plain xAPI. */
  readonly session: Cmi5Session | null;
}

/** @param keys values of the Authorization header that are good */
export function whoAsks(
  store: Store,
  keys: readonly string[],
  authorization: string | undefined,
  now: string,
): Asking {
  if (authorization === undefined) throw new Refusal(401, 'There is no Authorization header.');
  if (keys.includes(authorization)) return { sender: anyone, session: null };
  const session = store.sessions.find(({ token }) => authorization === `Basic ${token}`);
  if (!session?.isFetched) throw new Refusal(401, 'These credentials are not known.');
  return { sender: auOf(store, session, now), session };
}

const anyone: Sender = {
  authority: { objectType: 'Agent', account: { homePage: 'https://lrs.example', name: 'client' } },
  accept() {},
  took() {},
};

function auOf(store: Store, session: Cmi5Session, now: string): Sender {
  const before = store.sessions
    .filter(
      (one) =>
        one !== session && one.registration === session.registration && one.activityId === session.activityId,
    )
    .flatMap(({ said }) => said);
  const verbsOf = (statements: readonly object[]) =>
    statements.flatMap((one) => definedVerb(one as never) ?? []);
  return {
    authority: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: session.id } },
    accept(statement, earlier) {
      const { verb } = statement;
      if (isObject(verb) && verb.id === voided) throw new Refusal(403, 'An AU voids nothing.', '6.3.0.0-1');
      const said = [...session.said, ...verbsOf(earlier)];
      const end = session.end ?? (said.includes('terminated') ? 'terminated' : null);
      const [fault] = cmi5Faults({ ...session, said, end }, before, statement);
      if (fault) throw new Refusal(403, `${fault.message}.`, fault.requirement);
    },
    took(statements) {
      session.said.push(...verbsOf(statements));
      if (session.said.includes('terminated')) session.end ??= 'terminated';
      noteSaid(store, session, now);
    },
  };
}

/** What cmi5 forbids of documents; it also notes that the preferences were read. */
export function checkDocumentOfAu(session: Cmi5Session, request: LrsRequest): void {
  const { query, method, resource, body } = request;
  const given = query.get('agent');
  if (given !== null && !isDeepStrictEqual(readJson(given), session.actor))
    throw new Refusal(
      403,
      'The agent is not the one of the launch.',
      resource === 'agents/profile' ? '11.0.0.0-1' : '8.1.3.0-3',
    );
  if (resource === 'activities/state') {
    if (query.get('registration') !== session.registration)
      throw new Refusal(403, 'The registration is not the one of the launch.', '8.1.4.0-3');
    if (query.get('stateId') === 'LMS.LaunchData' && method !== 'GET')
      throw new Refusal(403, 'The launch data is the LMS’s.', '10.2.1.0-5');
  }
  if (resource !== 'agents/profile' || query.get('profileId') !== 'cmi5LearnerPreferences') return;
  if (method === 'GET') session.hasReadPreferences = true;
  else checkPreferences(body);
}

function checkPreferences(body: string): void {
  const preferences = readJson(body);
  if (!isObject(preferences) || !('languagePreference' in preferences) || !('audioPreference' in preferences))
    throw new Refusal(403, 'Preferences are of language and audio.', '11.0.0.0-5');
  if (!/^[A-Za-z0-9-]+(,[A-Za-z0-9-]+)*$/.test(String(preferences.languagePreference)))
    throw new Refusal(403, 'A language preference is a list of tags.', '11.1.0.0-1');
}
