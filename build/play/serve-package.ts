/** Serves the files of a package as an LMS does, out of its zip, and the page that is the LMS. Writes down what is asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Survey } from '../inspect/open-zip.ts';
import { contentType } from '../preview/content-type.ts';

export interface Asked {
  /** In the package. */
  readonly path: string;
  readonly status: number;
  /** Of the body that was sent. */
  readonly bytes: number;
}

export interface ServedPackage {
  /** Without a slash at its end. */
  readonly url: string;
  /** Every request for a file of the package, in order; whoever reads it may empty it. */
  readonly asked: Asked[];
  close(): Promise<void>;
}

/** Films are sent whole from memory: above this a file is answered with an error. */
const mostFile = 300_000_000;

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8" /><title>LMS</title><link rel="icon" href="data:," />
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;overflow:hidden;background:#fff}</style></head>
<body><script src="/stage.js"></script></body></html>`;

/** @param root folder of the manifest in the zip, with a slash at its end; empty for the root */
export async function servePackage(survey: Survey, root: string, stage: Uint8Array): Promise<ServedPackage> {
  const known = new Set(survey.files.map(({ path }) => path));
  const asked: Asked[] = [];
  let last: { path: string; content: Uint8Array } | null = null;

  const contentOf = async (path: string): Promise<Uint8Array | null> => {
    if (last?.path === path) return last.content;
    const content = known.has(path) ? await survey.read(path, mostFile) : null;
    // A film is asked for piece by piece: it is unpacked once.
    if (content) last = { path, content };
    return content;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') return send(response, 200, 'a.html', new TextEncoder().encode(page));
    if (pathname === '/stage.js') return send(response, 200, 'a.js', stage);
    // Where an LMS of cmi5 wants its learners back.
    if (pathname === '/returned') return send(response, 200, 'a.txt', new TextEncoder().encode('Returned.'));
    const path = pathname.startsWith('/content/') ? decoded(pathname.slice('/content/'.length)) : null;
    const content = path === null ? null : await contentOf(root + path);
    if (!content) {
      if (pathname !== '/favicon.ico') asked.push({ path: path ?? pathname, status: 404, bytes: 0 });
      response.writeHead(404).end();
      return;
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const from = Number(range?.[1] ?? 0);
    const to = range?.[2] ? Math.min(Number(range[2]), content.length - 1) : content.length - 1;
    const body = content.subarray(from, to + 1);
    asked.push({ path: path ?? '', status: range ? 206 : 200, bytes: body.length });
    if (range)
      send(response, 206, path ?? '', body, { 'content-range': `bytes ${from}-${to}/${content.length}` });
    else send(response, 200, path ?? '', body, { 'accept-ranges': 'bytes' });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, status: number, path: string, body: Uint8Array, headers = {}): void {
  response
    .writeHead(status, { 'content-type': contentType(path), 'content-length': body.length, ...headers })
    .end(body);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
