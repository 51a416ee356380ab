/**
 * The only way out of the browser in which a package is played: it leads to the servers of the play and nowhere else,
 * whatever the package tries (requests, sockets, preconnects, beacons, other ports of this machine).
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GuardProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** @param allowed hosts with their ports that can be reached: `127.0.0.1:4180` */
export async function guardProxy(allowed: readonly string[]): Promise<GuardProxy> {
  const server = createServer((incoming, answer) => {
    const target = URL.parse(incoming.url ?? '');
    if (target?.protocol === 'http:' && allowed.includes(target.host)) forward(incoming, answer, target);
    else answer.writeHead(403, { 'content-type': 'text/plain' }).end('No other host is reached here.');
  });
  // Whatever is encrypted, and every socket, asks for a tunnel first.
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  server.on('upgrade', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function forward(
  incoming: IncomingMessage,
  answer: ServerResponse,
  { host, pathname, search, port }: URL,
): void {
  const onward = request(
    {
      ...{ host: '127.0.0.1', port, path: pathname + search, method: incoming.method },
      headers: { ...incoming.headers, host },
    },
    (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    },
  );
  onward.on('error', () => answer.destroy());
  incoming.on('error', () => onward.destroy());
  answer.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
