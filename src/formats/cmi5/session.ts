/** A session of cmi5: the token fetched once and kept for a reload, then the launch data, then the learner's preferences. */
import type { KeyStorage } from '../../sitting/device.ts';
import type { CourseActivities, Unit } from '../xapi/activities.ts';
import { identityOf } from '../xapi/agent.ts';
import type { Connected, Standard } from '../xapi/conversation.ts';
import { type Lrs, lrsAt, patience } from '../xapi/lrs.ts';
import { dressed } from './dress.ts';
import { type Cmi5Launch, cmi5LaunchIn } from './launch.ts';
import { launchDataIn } from './launch-data.ts';

/** What this window remembers of its session, so that it can be loaded anew. */
interface Remembered {
  readonly token: string;
  readonly isBegun: boolean;
  readonly isTerminated: boolean;
  readonly returnUrl: string | null;
}

/**
 * @param query   of the package's address; null comes back where this is no launch of cmi5
 * @param storage of this window, not of the device: another window has another session
 * @param leave   goes to an address: where a session that is over is loaded anew, the learner is sent back to the LMS
 */
export function cmi5Session(
  course: CourseActivities,
  unit: Unit,
  query: string,
  storage: () => KeyStorage,
  leave: (url: string) => void,
): Standard | null {
  const launch = cmi5LaunchIn(query);
  if (!launch) return null;
  const { actor, registration, activityId, fetch: session } = launch;
  const memory = memoryOf(storage, `coursewright/cmi5/${session}`);
  const learner = identityOf(actor);
  return {
    attempt: {
      course,
      unit,
      actor,
      registration,
      activityId,
      platform: null,
      grouping: [],
      name: [learner, activityId, registration].join('\n'),
    },
    outbox: `coursewright/outbox/${activityId}/${learner}/${registration}`,
    session,
    keepsPlace: true,
    isJudgedOnce: true,
    connect: () => connect(launch, memory, leave),
    language: () => languageOf(launch, memory),
    ended() {
      const remembered = memory.read();
      if (remembered) memory.write({ ...remembered, isTerminated: true });
    },
  };
}

async function connect(
  launch: Cmi5Launch,
  memory: Memory,
  leave: (url: string) => void,
): Promise<Connected | 'later' | 'refused'> {
  const before = memory.read();
  if (before?.isTerminated) {
    // Nothing may follow "terminated" (9.3.8): the LMS has to launch anew.
    if (before.returnUrl !== null) leave(before.returnUrl);
    return 'refused';
  }
  const token = before?.token ?? (await fetchToken(launch.fetch));
  if (token === 'later' || token === 'refused') return token;
  memory.write(before ?? { token, isBegun: false, isTerminated: false, returnUrl: null });
  const lrs = lrsAt(launch.endpoint, `Basic ${token}`);
  const { actor: agent, activityId, registration } = launch;
  const answer = await lrs.readState({ agent, activityId, registration }, 'LMS.LaunchData');
  const data = launchDataIn(answer.data);
  if (answer.outcome === 'later') return 'later';
  if (answer.outcome !== 'taken' || !data || !(await readPreferences(lrs, launch))) return 'refused';
  memory.write({ token, isBegun: true, isTerminated: false, returnUrl: data.returnUrl });
  return {
    lrs,
    mode: data.launchMode === 'Normal' ? 'normal' : 'review',
    passMark: data.masteryScore === null ? null : Math.round(data.masteryScore * 10_000) / 100,
    returnUrl: data.returnUrl,
    isBegun: before?.isBegun ?? false,
    dress: (waiting) => dressed(waiting, launch.fetch, data),
  };
}

/** The AU has to ask for them before it begins (11); that there are none, or that they may not be read, is no fault. */
async function readPreferences(lrs: Lrs, { actor }: Cmi5Launch): Promise<boolean> {
  const { outcome } = await lrs.readProfile(actor, 'cmi5LearnerPreferences');
  return outcome !== 'unauthorized';
}

/** Asked before the course opens in a language; the session itself begins after it. */
async function languageOf({ actor, endpoint, fetch: session }: Cmi5Launch, memory: Memory): Promise<string> {
  const before = memory.read();
  const token = before?.token ?? (await fetchToken(session));
  if (before?.isTerminated || token === 'later' || token === 'refused') return '';
  memory.write(before ?? { token, isBegun: false, isTerminated: false, returnUrl: null });
  const { data } = await lrsAt(endpoint, `Basic ${token}`).readProfile(actor, 'cmi5LearnerPreferences');
  const { languagePreference } = (data ?? {}) as { languagePreference?: unknown };
  return typeof languagePreference === 'string' ? languagePreference : '';
}

/** A POST gives the token once; after that it gives an error, with status 200 (8.2). */
async function fetchToken(url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status >= 500 || response.status === 429) return 'later';
    const { 'auth-token': token } = (await response.json()) as { 'auth-token'?: unknown };
    return typeof token === 'string' && token !== '' ? token : 'refused';
  } catch {
    return 'later';
  }
}

interface Memory {
  read(): Remembered | null;
  write(remembered: Remembered): void;
}

function memoryOf(storage: () => KeyStorage, key: string): Memory {
  let held: Remembered | null = null;
  return {
    read() {
      try {
        return JSON.parse(storage().getItem(key) ?? 'null') ?? held;
      } catch {
        return held;
      }
    },
    write(remembered) {
      held = remembered;
      try {
        storage().setItem(key, JSON.stringify(remembered));
      } catch {
        // Denied: the token lives as long as the page, and a reload has to be launched anew.
      }
    },
  };
}
