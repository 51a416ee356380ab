/** The service worker of a web course: keeps every file of this version, and gives them with or without a network. */

/** Set by the builder: paths of all files, and a name that changes when one of them does. */
declare const courseFiles: readonly string[];
declare const cacheName: string;
/** What the names of this course's caches begin with. */
declare const cachePrefix: string;

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const worker = globalThis as unknown as Worker;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === location.origin)
    event.respondWith(answer(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Past the browser's own cache: a file of the version before must not get into this one.
  await cache.addAll(courseFiles.map((path) => new Request(path, { cache: 'reload' })));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(request, { ignoreSearch: true });
  if (!kept) return fetch(request);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  return range ? part(kept, Number(range[1]), range[2] ? Number(range[2]) : null) : kept;
}

/** Sound and film are asked for in parts, and Safari plays nothing that is given whole. */
async function part(whole: Response, from: number, to: number | null): Promise<Response> {
  const bytes = await whole.arrayBuffer();
  const end = Math.min(to ?? bytes.byteLength - 1, bytes.byteLength - 1);
  const headers = new Headers(whole.headers);
  headers.set('content-range', `bytes ${from}-${end}/${bytes.byteLength}`);
  headers.set('content-length', String(end - from + 1));
  return new Response(bytes.slice(from, end + 1), { status: 206, headers });
}
