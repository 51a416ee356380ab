/** The one place that knows the client library: asks an LRS, and says what became of it in a word. */
import XAPI from '@xapi/xapi';
import type { Agent } from './agent.ts';
import type { Statement } from './statement.ts';

/**
 * `taken`: done. `conflict`: something is there already (409, 412). `wrong`: it will never be taken (400).
 * `big`: too much at once (413). `forbidden`: not with these rights (403). `unauthorized`: the credentials are no
 * longer good (401). `missing`: not there (404). `later`: not now (network, time-out, CORS, 408, 429, 5xx).
 */
export type Outcome =
  | 'taken'
  | 'conflict'
  | 'wrong'
  | 'big'
  | 'forbidden'
  | 'unauthorized'
  | 'missing'
  | 'later';

export interface Answered {
  readonly outcome: Outcome;
  /** What the LRS gave: JSON as a value, anything else as text. */
  readonly data: unknown;
  /** The entity tag of a document; null where the LRS gives none. */
  readonly etag: string | null;
  /** Milliseconds until the LRS wants to be asked again; null where it does not say. */
  readonly retryAfter: number | null;
}

/** Which document: of an activity, or of the learner. */
export interface Place {
  readonly activityId: string;
  readonly agent: Agent;
  readonly registration: string | null;
}

export interface Lrs {
  /** @param isLeaving whether the window may be gone a moment later: then it has to be small */
  send(statements: readonly Statement[], isLeaving?: boolean): Promise<Answered>;
  readState(place: Place, stateId: string): Promise<Answered>;
  /** @param etag of what is replaced; null where nothing is there */
  writeState(
    place: Place,
    stateId: string,
    state: unknown,
    etag: string | null,
    isLeaving?: boolean,
  ): Promise<Answered>;
  readProfile(agent: Agent, profileId: string): Promise<Answered>;
}

/** A request that takes longer is given up: a phone on a bad line may wait for ever. Milliseconds. */
export const patience = 10_000;

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: unknown;
}

/** @param auth the value of the Authorization header */
export function lrsAt(endpoint: string, auth: string): Lrs {
  let isLeaving = false;
  const client = new XAPI({
    endpoint,
    // The library knows only 1.0.3 and its own credentials where none are given.
    auth: auth === '' ? 'Basic Og==' : auth,
    adapter: ((request: Request) => ask(request, isLeaving)) as never,
  });
  // The library calls its adapter before it returns, so that the switch is read in time.
  const leaving = <Result>(is: boolean, act: () => Result): Result => {
    isLeaving = is;
    try {
      return act();
    } finally {
      isLeaving = false;
    }
  };
  const told = (answer: Promise<unknown>) => answer as Promise<Answered>;
  return {
    send: (statements, is = false) =>
      leaving(is, () => told(client.sendStatements({ statements: [...statements] as never }))),
    readState: (place, stateId) => told(client.getState({ ...parameters(place), stateId })),
    writeState: (place, stateId, state, etag, is = false) =>
      leaving(is, () =>
        told(
          client.setState({
            ...parameters(place),
            stateId,
            state: state as never,
            ...(etag === null
              ? { etag: '*', matchHeader: 'If-None-Match' }
              : { etag, matchHeader: 'If-Match' }),
          }),
        ),
      ),
    readProfile: (agent, profileId) => told(client.getAgentProfile({ agent: agent as never, profileId })),
  };
}

function parameters({ activityId, agent, registration }: Place) {
  return { activityId, agent: agent as never, ...(registration !== null && { registration }) };
}

/** Never rejects: what the library would throw is an outcome like any other. */
async function ask({ url, method, headers, data }: Request, isLeaving: boolean) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    const response = await fetch(url, {
      method,
      ...(headers && { headers }),
      ...(data !== undefined && { body: JSON.stringify(data) }),
      keepalive: isLeaving,
      // Never a question of the browser's for a password, never the LMS's cookies to another host.
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const text = await response.text();
    return {
      outcome: outcomeOf(response.status),
      data: isJson ? read(text) : text,
      etag: response.headers.get('etag'),
      retryAfter: secondsIn(response.headers.get('retry-after')),
      headers: {},
    };
  } catch {
    return { outcome: 'later' as const, data: null, etag: null, retryAfter: null, headers: {} };
  } finally {
    clearTimeout(timer);
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const outcomes: Readonly<Record<number, Outcome>> = {
  400: 'wrong',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  412: 'conflict',
  413: 'big',
};

function outcomeOf(status: number): Outcome {
  return status >= 200 && status < 300 ? 'taken' : (outcomes[status] ?? 'later');
}

function secondsIn(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}
