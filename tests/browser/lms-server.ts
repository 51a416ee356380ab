/** An LMS for one learner and one course: a page that frames the package, and a record that outlives windows. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Frame, Page } from 'playwright-core';
import type { LmsSettings } from '../../build/preview/scorm/lms-settings.ts';
import type { LmsRecord } from '../../build/preview/scorm/scorm12-lms.ts';
import type { Call, Fault } from '../../build/preview/scorm/strict-api.ts';
import { type Served, serve } from './serve.ts';

/** `Kept` is what the LMS keeps of a learner: one form for each version of SCORM. */
export interface LmsServer<Kept = LmsRecord> extends Served {
  /** What the LMS holds now of a SCO. */
  record(launch?: string): Kept | null;
  /** The administrator uploads a new version of the package. */
  replace(course: ReadonlyMap<string, Uint8Array>): void;
  /** Another learner enrols, on the same device: the LMS holds nothing of this one. */
  enrol(learner: string): void;
  /** Everything illegal that any window said, told when it was closed. */
  readonly violations: string[];
  settings: Partial<LmsSettings>;
  late: number;
  /** What goes wrong from the first call on. */
  fault: Fault | null;
  /** Somebody meddles with what the LMS keeps. */
  tamper(change: (kept: Kept) => Kept): void;
}

const html = `<!doctype html><html lang="en"><title>LMS</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><script src="/lms.js"></script>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style>
<iframe title="Course"></iframe>
<script>document.querySelector('iframe').src = '/course/' + (new URLSearchParams(location.search).get('sco') ?? 'index.html');</script></html>`;

export async function startLms<Kept = LmsRecord>(
  course: ReadonlyMap<string, Uint8Array>,
  standard: 'scorm12' | 'scorm2004' = 'scorm12',
): Promise<LmsServer<Kept>> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'lms-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  const files = new Map<string, Uint8Array>();
  const put = (packaged: ReadonlyMap<string, Uint8Array>) => {
    for (const path of [...files.keys()]) if (path.startsWith('course/')) files.delete(path);
    for (const [path, content] of packaged) files.set(`course/${path}`, content);
  };
  put(course);
  files.set('lms.html', new TextEncoder().encode(html));
  files.set('lms.js', new TextEncoder().encode(bundle.outputFiles[0]?.text));
  const violations: string[] = [];
  const kept = new Map<string, Kept>();
  /** When that was said, by SCO; what was said before somebody enrolled is of another learner. */
  const saidAt = new Map<string, number>();
  let enrolledAt = 0;
  const keep = (sco: string, at: number, record: Kept) => {
    if (at < Math.max(enrolledAt, saidAt.get(sco) ?? 0)) return;
    saidAt.set(sco, at);
    kept.set(sco, record);
  };
  const manifest = new TextDecoder().decode(course.get('imsmanifest.xml'));
  const scos = [...manifest.matchAll(/scorm[Tt]ype="sco" href="([^"]+)"/g)].map(([, launch = '']) => launch);
  const served = await serve(files, (request, response) => {
    if (!request.url?.startsWith('/lms/')) return false;
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const sco = searchParams.get('sco') ?? 'index.html';
    if (request.method === 'GET') {
      const { settings, late, fault } = server;
      const own = kept.get(sco) ?? null;
      response.end(JSON.stringify({ standard, settings, late, fault, scos, kept: own }));
      return true;
    }
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (pathname === '/lms/violations') violations.push(...JSON.parse(body));
      else keep(sco, Number(searchParams.get('at')), JSON.parse(body));
      response.end();
    });
    return true;
  });
  const server: LmsServer<Kept> = {
    ...served,
    record: (launch = 'index.html') => kept.get(launch) ?? null,
    replace: put,
    enrol(learner) {
      kept.clear();
      enrolledAt = Date.now();
      server.settings = { learner };
    },
    violations,
    settings: {},
    late: 0,
    fault: null,
    tamper(change) {
      for (const [launch, record] of kept) kept.set(launch, change(record));
    },
  };
  return server;
}

/**
 * Opens the course in the LMS, as a learner does, and waits until it has begun.
 * @param sco the file of one of several SCOs, as chosen in the menu of the LMS
 */
export async function launch(page: Page, lms: Pick<LmsServer, 'url'>, sco?: string): Promise<Frame> {
  await page.goto(`${lms.url}/lms.html${sco ? `?sco=${sco}` : ''}`);
  return begun(page);
}

/** The course in the LMS's frame, once it has begun. @param longest milliseconds that it may take */
export async function begun(page: Page, longest = 10_000): Promise<Frame> {
  const frame = page.frame({ url: /\/course\// });
  if (!frame) throw new Error('The LMS shows no course.');
  await frame.waitForSelector('html[data-started]', { timeout: longest });
  return frame;
}

export const callsIn = (page: Page): Promise<Call[]> =>
  page.evaluate(() => (window as unknown as { lms: { calls: Call[] } }).lms.calls);

/** The API of an LMS that was never to come (`late` below 0) comes now. */
export const offerIn = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { lms: { offer(): void } }).lms.offer());

export const failIn = (page: Page, fault: Fault | null): Promise<void> =>
  page.evaluate(
    (wanted) => (window as unknown as { lms: { fail(one: unknown): void } }).lms.fail(wanted),
    fault,
  );
