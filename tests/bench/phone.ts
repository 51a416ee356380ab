/** A cheap phone on a bad line, and what its learner waits for. */
import type { Browser, Frame, Page } from 'playwright-core';

/** Chrome's slow 3G: 400 kbit/s both ways, an answer after two seconds. */
const slow3g = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** Times that the processor is slower than this machine's. */
const slowdown = 4;

/** Milliseconds since the request for the package's document. */
export interface Opening {
  /** The largest thing of the first screen was painted. */
  readonly painted: number;
  /** The LMS was greeted. */
  readonly greeted: number;
  /** The course had begun: its buttons do what they say. */
  readonly begun: number;
}

interface Marks {
  paints: number[];
  shifts: number;
  turns: number[];
  greeted: number;
  begun: number;
}

/** @param isSlowLine whether the line is slow as well, or only the processor */
export async function takePhone(browser: Browser, isSlowLine: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.addInitScript(observe);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (isSlowLine) await session.send('Network.emulateNetworkConditions', slow3g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

export async function openingOf(frame: Frame): Promise<Opening> {
  const { paints, begun } = await marksIn(frame);
  const greeted = await (frame.parentFrame() ?? frame).evaluate(
    () => (window as unknown as { marks: { greeted: number } }).marks.greeted,
  );
  const origin = await frame.evaluate(() => performance.timeOrigin);
  return { painted: paints.at(-1) ?? Number.NaN, greeted: greeted - origin, begun };
}

/** Sum of all layout shifts that the learner did not ask for, and the time from a tap to what it painted, of each. */
export async function smoothnessOf(frame: Frame): Promise<{ shifts: number; taps: readonly number[] }> {
  const { shifts, turns } = await marksIn(frame);
  return { shifts, taps: turns };
}

function marksIn(frame: Frame): Promise<Marks> {
  return frame.evaluate(() => (window as unknown as { marks: Marks }).marks);
}

/** Runs in every window before its scripts. */
function observe(): void {
  const marks: Marks = { paints: [], shifts: 0, turns: [], greeted: 0, begun: 0 };
  Object.assign(window, { marks });
  const watch = (type: string, see: (entry: PerformanceEntry) => void, options: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...options,
    });
  watch('largest-contentful-paint', (entry) => marks.paints.push(entry.startTime));
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) marks.shifts += value;
  });
  watch(
    'event',
    (entry) => {
      if (entry.name === 'click') marks.turns.push(entry.duration);
    },
    { durationThreshold: 16 },
  );
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.started === undefined) return;
    marks.begun = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true, childList: true });
  // The LMS's page offers its API: the first call of it is written down.
  for (const [name, first] of [
    ['API', 'LMSInitialize'],
    ['API_1484_11', 'Initialize'],
  ] as const) {
    let api: Record<string, (given: string) => string> | undefined;
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => api,
      set(offered: typeof api) {
        const greet = offered?.[first];
        api = offered;
        if (!offered || !greet) return;
        offered[first] = (given) => {
          marks.greeted ||= performance.timeOrigin + performance.now();
          return greet.call(offered, given);
        };
      },
    });
  }
}
