/** The LRS over HTTP on loopback, with CORS, with faults that can be switched on, and restarts that lose nothing. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, Refusal } from './answer.ts';
import type { Enrolment } from './cmi5-course.ts';
import { enrol } from './cmi5-enrolment.ts';
import { answerFetch, type Cmi5Launch, launchCmi5 } from './cmi5-launch.ts';
import { answerLrs, type LrsSettings } from './lrs.ts';
import { openStore, type Statement, type Store } from './store.ts';

/** What goes wrong from now on. */
export interface LrsFault {
  /** A resource such as `statements`; everything when left out. */
  readonly resource?: string;
  readonly method?: string;
  /** A status, or: no answer ever, a cut connection, an answer without CORS headers. */
  readonly how: number | 'time-out' | 'cut' | 'no-cors';
  /** Seconds for Retry-After. */
  readonly retryAfter?: number;
  /** Whether the request is carried out all the same, and only the answer is lost. */
  readonly isAnswerLost?: true;
  /** How often; until it is switched off when left out. */
  readonly times?: number;
}

export interface ServedLrs {
  /** Without a slash at its end. */
  readonly url: string;
  /** With a slash at its end. */
  readonly endpoint: string;
  /** Each request with its answer: `POST statements 200`. */
  readonly log: string[];
  /** What was refused, in words; what merely is not there is no refusal. */
  readonly refusals: string[];
  settings: LrsSettings;
  /** Milliseconds before each answer. */
  delay: number;
  /** In the order of their arrival. */
  statements(): readonly Statement[];
  documents(): Store['documents'];
  fail(fault: LrsFault | null): void;
  /** Is told after each request. */
  listen(changed: () => void): void;
  /** Enrols a learner in a course structure: what of it is satisfied is said from now on. */
  enrol(enrolment: Omit<Enrolment, 'satisfied'>): void;
  /** The query of an address that launches an AU. */
  launch(launch: Cmi5Launch): URLSearchParams;
  /** Goes down; connections are cut. */
  stop(): Promise<void>;
  /** Comes up again at the same address, with what its file holds. */
  start(): Promise<void>;
}

const allowedHeaders = [
  'authorization',
  'content-type',
  'if-match',
  'if-none-match',
  'x-experience-api-version',
];

/** @param file where it keeps everything; null for in memory, and then it cannot be restarted */
export async function serveLrs(settings: LrsSettings, file: string | null = null): Promise<ServedLrs> {
  let store = openStore(file);
  let fault: { what: LrsFault; left: number } | null = null;
  let server: Server | null = null;
  let port = 0;
  let told = () => {};
  const log: string[] = [];
  const refusals: string[] = [];

  const now = () => new Date().toISOString();
  const answer = (request: IncomingMessage, body: string, path: string): Answer => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const method = request.method ?? '';
    try {
      if (path.startsWith('/cmi5/fetch/')) return answerFetch(store, method, path.slice(12));
      if (!path.startsWith('/xapi/')) throw new Refusal(404, `There is nothing at ${path}.`);
      const headers = request.headers as Record<string, string>;
      return answerLrs(
        store,
        lrs.settings,
        { method, resource: path.slice(6), query: searchParams, headers, body },
        now(),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, message } = error;
      if (status !== 404) refusals.push(`${method} ${path} ${status}: ${message}`);
      return { status, headers: { 'content-type': 'text/plain' }, body: message };
    }
  };
  const takeFault = (method: string, path: string): LrsFault | null => {
    const { resource, method: only } = fault?.what ?? {};
    if (!fault || (resource && !path.slice(1).includes(resource)) || (only && only !== method)) return null;
    const { what } = fault;
    fault.left--;
    if (fault.left <= 0) fault = null;
    return what;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? '';
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const body = await bodyOf(request);
    if (lrs.delay > 0) await new Promise((resolve) => setTimeout(resolve, lrs.delay));
    if (body === null) return;
    const origin = request.headers.origin;
    if (method === 'OPTIONS') {
      const isRefused = fault?.what.how === 'no-cors';
      response.writeHead(isRefused ? 403 : 204, isRefused ? {} : preflight(origin)).end();
      return;
    }
    const wrong = takeFault(method, path);
    const given = wrong && !wrong.isAnswerLost ? null : answer(request, body, path);
    log.push(`${method} ${path.replace(/^\/(xapi\/)?/, '')} ${wrong ? wrong.how : given?.status}`);
    told();
    if (wrong?.how === 'time-out') return;
    if (wrong?.how === 'cut') {
      request.socket.destroy();
      return;
    }
    const cors = wrong?.how === 'no-cors' ? {} : corsHeaders(origin);
    const version = { 'x-experience-api-version': '1.0.3' };
    if (typeof wrong?.how === 'number') {
      const retry = wrong.retryAfter === undefined ? {} : { 'retry-after': String(wrong.retryAfter) };
      response.writeHead(wrong.how, { ...cors, ...version, ...retry }).end('A fault that was asked for.');
      return;
    }
    response.writeHead(given?.status ?? 500, { ...cors, ...version, ...given?.headers }).end(given?.body);
  };

  const lrs: ServedLrs = {
    url: '',
    endpoint: '',
    log,
    refusals,
    settings,
    delay: 0,
    listen(changed) {
      told = changed;
    },
    statements: () => store.statements,
    documents: () => store.documents,
    fail(what) {
      fault = what && { what, left: what.times ?? Number.POSITIVE_INFINITY };
    },
    enrol: (enrolment) => enrol(store, enrolment, now()),
    launch: (launch) => launchCmi5(store, launch, lrs.url, now()),
    async stop() {
      const running = server;
      server = null;
      if (!running) return;
      await new Promise<void>((resolve) => {
        running.closeAllConnections();
        running.close(() => resolve());
      });
    },
    async start() {
      if (file !== null) store = openStore(file);
      const fresh = createServer((request, response) => void handle(request, response));
      await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', resolve));
      server = fresh;
      port = (fresh.address() as AddressInfo).port;
    },
  };
  await lrs.start();
  const url = `http://127.0.0.1:${port}`;
  return Object.assign(lrs, { url, endpoint: `${url}/xapi/` });
}

/** Null where the client went away in the middle. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString();
}

function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'etag, last-modified, retry-after, x-experience-api-version, x-experience-api-consistent-through',
    vary: 'origin',
  };
}

function preflight(origin: string | undefined): Record<string, string> {
  return {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'GET, PUT, POST, DELETE',
    'access-control-allow-headers': allowedHeaders.join(', '),
    'access-control-max-age': '600',
  };
}
