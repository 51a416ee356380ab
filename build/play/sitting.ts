/** One visit to a package in a browser, and everything that is noticed on the way. */
import type { BrowserContext, Frame, Page, Request } from 'playwright-core';
import type { OtherHost } from '../inspect/played.ts';
import type { LoggedCall } from '../preview/page/lms.ts';
import type { Stage } from './page/stage.ts';
import type { StageOrder } from './stage.ts';

/** What goes wrong in a page is told by the thousand: the first of each kind are enough. */
const mostNotes = 50;
/** A page that answers nothing for so long hangs. Milliseconds. */
const patience = 5_000;
/** An answer that takes longer is not waited for. Milliseconds. */
const longestAnswer = 5_000;

export interface OpenSitting {
  readonly notes: {
    readonly errors: readonly string[];
    readonly console: readonly string[];
    readonly hosts: readonly OtherHost[];
    readonly dialogs: readonly string[];
    readonly windows: readonly string[];
    readonly awayTo: string | null;
    /** Whether the page answered no more, or fell. */
    readonly hangs: boolean;
  };
  /** Comes when nothing more is loaded, or after so many milliseconds. */
  loaded(most: number): Promise<void>;
  /** Every call so far. */
  calls(): Promise<readonly LoggedCall[]>;
  record(): object | null;
  /** Documents of the package, in every window. */
  frames(): readonly Frame[];
  /** The window that shows it. */
  page(): Page;
  /** All text that can be seen. */
  text(): Promise<string>;
  /** What a page answers, or `otherwise` where it hangs: a page in a loop keeps nobody waiting. */
  within<Value>(what: Promise<Value>, otherwise: Value): Promise<Value>;
  /** The learner stays on the screen: so long by the clock of the page itself, and until what it asks for has come. */
  rest(seconds: number): Promise<void>;
  /** The window is gone at once, or is closed as a learner closes it. */
  end(how: 'crash' | 'closed'): Promise<void>;
}

/** @param base of the server of the package, and of whatever else the package may speak to */
export async function openSitting(
  context: BrowserContext,
  [base, ...others]: readonly [string, ...string[]],
  order: StageOrder,
): Promise<OpenSitting> {
  const [errors, console, dialogs, windows] = [[], [], [], []] as string[][] as [
    string[],
    string[],
    string[],
    string[],
  ];
  const hosts: OtherHost[] = [];
  const calls: LoggedCall[] = [];
  let record = order.lms?.kept ?? null;
  let awayTo: string | null = null;
  let hangs = false;
  const note = (list: string[], text: string) => {
    if (list.length < mostNotes && !list.includes(text)) list.push(text.slice(0, 500));
  };
  const isOwn = (url: string) => [base, ...others].some((one) => url.startsWith(`${one}/`));

  const watch = (page: Page) => {
    page.on('pageerror', (error) => note(errors, String(error.message || error)));
    page.on('crash', () => {
      hangs = true;
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') note(console, message.text());
    });
    page.on('dialog', (dialog) => {
      note(dialogs, `${dialog.type()}: ${dialog.message()}`);
      dialog.accept().catch(() => {});
    });
    page.on('websocket', (socket) => noteHost(socket.url(), 'websocket'));
  };
  const noteHost = (url: string, type: string) => {
    if (!/^(https?|wss?):/.test(url) || isOwn(url) || hosts.length >= mostNotes) return;
    if (!hosts.some((one) => one.url === url))
      hosts.push({ host: new URL(url).hostname, url: url.slice(0, 500), type });
  };
  const unanswered = new Set<Request>();
  context.on('request', (request) => {
    unanswered.add(request);
    noteHost(request.url(), request.resourceType());
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    context.on(end as 'requestfinished', (request) => unanswered.delete(request));

  const stage = await context.newPage();
  watch(stage);
  context.on('page', (page) => {
    watch(page);
    if (page !== stage && !(order.how === 'window' && windowCount++ === 0)) note(windows, page.url());
  });
  let windowCount = 0;
  await stage.goto(`${base}/`);
  stage.on('framenavigated', (frame) => {
    if (frame === stage.mainFrame()) awayTo = frame.url();
  });
  await stage.evaluate((given) => (window as unknown as { stage: Stage }).stage.open(given), order);

  const within = async <Value>(what: Promise<Value>, otherwise: Value): Promise<Value> => {
    // A frame that went away in between has nothing to say.
    const said = what.catch(() => otherwise);
    if (hangs) return otherwise;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Value>((resolve) => {
      timer = setTimeout(() => {
        hangs = true;
        resolve(otherwise);
      }, patience);
    });
    return Promise.race([said, late]).finally(() => clearTimeout(timer));
  };
  const frames = () =>
    context
      .pages()
      .flatMap((page) => page.frames().filter((frame) => frame !== stage.mainFrame() && isOwn(frame.url())));

  const sitting: OpenSitting = {
    notes: {
      ...{ errors, console, hosts, dialogs, windows },
      get awayTo() {
        return awayTo;
      },
      get hangs() {
        return hangs;
      },
    },
    async loaded(timeout) {
      await Promise.all(
        context.pages().map((page) => page.waitForLoadState('networkidle', { timeout }).catch(() => {})),
      );
    },
    within,
    record: () => record,
    frames,
    page: () => context.pages().at(-1) ?? stage,
    async calls() {
      if (!order.lms || awayTo !== null || stage.isClosed()) return calls;
      const state = await within(
        stage.evaluate((from) => (window as unknown as { stage: Stage }).stage.read(from), calls.length),
        null,
      );
      if (state) {
        calls.push(...state.calls);
        record = state.record;
      }
      return calls;
    },
    async text() {
      const texts = await Promise.all(
        frames().map((frame) =>
          within(
            frame.evaluate(() => document.body?.innerText?.slice(0, 20_000) ?? ''),
            '',
          ),
        ),
      );
      return texts.join('\n').trim();
    },
    async rest(seconds) {
      // A busy machine is late with the timers of the page as well: those that were set before come before.
      const second = () =>
        Promise.all(
          frames().map((frame) =>
            frame.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1000))),
          ),
        );
      for (let left = seconds; left > 0 && !hangs; left--) await within(second(), []);
      const until = Date.now() + longestAnswer;
      while (unanswered.size > 0 && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async end(how) {
      if (how === 'closed' && awayTo === null) {
        await within(
          stage.evaluate(() => (window as unknown as { stage: Stage }).stage.close()),
          undefined,
        );
        // A window says its last words while it closes, after it was asked to.
        for (let left = 40; left > 0 && context.pages().length > 1; left--)
          await new Promise((resolve) => setTimeout(resolve, 50));
        await sitting.calls();
      }
      await context.close();
    },
  };
  return sitting;
}
