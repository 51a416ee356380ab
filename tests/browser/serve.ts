/** Serves files from memory on loopback, as an LMS serves a package, and counts what was asked for. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.xml': 'text/xml',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.webm': 'video/webm',
  '.wav': 'audio/wav',
};

export interface Served {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** @param handle answers what is not a file; false where it does not know the path either */
export async function serve(
  files: ReadonlyMap<string, Uint8Array>,
  handle: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Served> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1));
    requests.push(path);
    const content = files.get(path);
    const media = mediaTypes[extname(path)];
    if (content && media) {
      // Sound and film are served as they are: packed once more, browsers do not play them.
      response.writeHead(200, { 'content-type': media }).end(content);
    } else if (content) {
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
      });
      response.end(gzipSync(content));
    } else if (!handle(request, response)) {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
