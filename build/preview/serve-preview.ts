/**
 * Serves the emulator and the files of the course as they would be zipped, on loopback alone. Nothing is read from
 * disk for a request: what is not in the package cannot be asked for.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentType } from './content-type.ts';
import { type FaultName, faults, type LaunchRequest, type LrsView, type PreviewState } from './state.ts';

export interface Preview {
  /** The address of the emulator, with a slash at its end. */
  readonly url: string;
  /** Shows this from now on, in every window that is open. */
  show(state: PreviewState, files: ReadonlyMap<string, Uint8Array>): void;
  /** Shows what the LRS holds. */
  showLrs(view: LrsView): void;
  close(): Promise<void>;
}

export interface EmulatorFiles {
  readonly html: Uint8Array;
  readonly css: Uint8Array;
  readonly script: Uint8Array;
}

/** What somebody wants of the emulator. */
export interface Wishes {
  chooseFormat(name: string): void;
  chooseLanguage(name: string): void;
  /** The query of the address that a learner is launched with; null where there is nothing to launch. */
  launch(request: LaunchRequest): string | null;
  fail(names: readonly FaultName[]): void;
}

/**
 * @param port 0 for any that is free
 * @throws the system's error where the port is taken
 */
export async function servePreview(emulator: EmulatorFiles, port: number, wishes: Wishes): Promise<Preview> {
  const windows = new Set<ServerResponse>();
  let state: PreviewState | null = null;
  let view: LrsView | null = null;
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  const own: Readonly<Record<string, [Uint8Array, string]>> = {
    '/': [emulator.html, 'index.html'],
    '/emulator.css': [emulator.css, 'emulator.css'],
    '/emulator.js': [emulator.script, 'emulator.js'],
  };

  const send = (response: ServerResponse, content: Uint8Array, path: string, headers = {}) =>
    response
      .writeHead(200, { 'content-type': contentType(path), 'cache-control': 'no-store', ...headers })
      .end(content);

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = own[pathname];
    const [, path] = /^\/course\/\d+\/(.+)$/.exec(pathname) ?? [];
    const content = path === undefined ? undefined : files.get(decoded(path));
    if (request.method === 'GET' && file) send(response, file[0], file[1], emulatorHeaders);
    else if (request.method === 'GET' && pathname === '/events') listen(response);
    else if (request.method === 'GET' && content) send(response, content, decoded(path ?? ''));
    else if (request.method === 'POST' && isOwnPage(request)) void answerWish(request, response, pathname);
    else response.writeHead(404).end();
  };

  const answerWish = async (request: IncomingMessage, response: ServerResponse, pathname: string) => {
    const [, what, choice] = /^\/(format|language)\/([A-Za-z0-9-]+)$/.exec(pathname) ?? [];
    const given = choice === undefined ? await jsonOf(request) : null;
    if (choice !== undefined) wishes[what === 'format' ? 'chooseFormat' : 'chooseLanguage'](choice);
    else if (pathname === '/faults' && Array.isArray(given))
      wishes.fail(faults.filter((name) => given.includes(name)));
    else if (pathname === '/launch' && isLaunch(given)) {
      const query = wishes.launch(given);
      if (query === null) return void response.writeHead(404).end();
      return send(response, new TextEncoder().encode(query), 'query.txt');
    } else return void response.writeHead(404).end();
    response.writeHead(204).end();
  };

  const listen = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    windows.add(response);
    response.on('close', () => windows.delete(response));
    if (state) response.write(event(state));
    if (view) response.write(lrsEvent(view));
  };

  const server = createServer((request, response) => {
    // A page of another host that points its name to this address (DNS rebinding) says its own name here.
    if (isLocal(request.headers.host, (server.address() as AddressInfo).port)) answer(request, response);
    else
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('The preview answers on this machine only.');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show(next, nextFiles) {
      state = next;
      files = nextFiles;
      for (const window of windows) window.write(event(next));
    },
    showLrs(next) {
      view = next;
      for (const window of windows) window.write(lrsEvent(next));
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const emulatorHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
};

function event(state: PreviewState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}

function lrsEvent(view: LrsView): string {
  return `event: lrs\ndata: ${JSON.stringify(view)}\n\n`;
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) if (body.length < 10_000) body += chunk;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function isLaunch(value: unknown): value is LaunchRequest {
  const { learner, launch, mode } = (value ?? {}) as Partial<LaunchRequest>;
  return typeof learner === 'string' && Number.isInteger(launch) && (mode === 'normal' || mode === 'review');
}

export function isLocal(host: string | undefined, port: number): boolean {
  return ['127.0.0.1', 'localhost'].some((name) => host === `${name}:${port}`);
}

/** Other pages may not switch what is shown: browsers say where a POST comes from. */
function isOwnPage({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === `http://${host}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
