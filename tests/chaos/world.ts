/** The world of the chaos test: an LMS, a course in versions, devices, learners and their windows, and what is true. */
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import type { SaveState } from '../../src/sitting/saver.ts';
import type { Happening } from '../../src/sitting/session.ts';
import { type OpenedSitting, openSitting } from '../../src/sitting/sitting.ts';
import { logics } from '../session/an-outline.ts';
import { answersTo } from './course-versions.ts';
import { differences, losses, verdictOn, wrongBeginning } from './expectations.ts';
import { type Facts, factsOf, leftIn, nothing } from './facts.ts';
import { after } from './happenings.ts';
import {
  type CallFault,
  type Faults,
  type FaultyApi,
  faultyApi,
  type Held,
  type LmsVersion,
  noFaults,
} from './lms-host.ts';
import type { Random } from './random.ts';
import { readBookmark } from './read-bookmark.ts';
import { settled, VirtualTime } from './virtual-time.ts';

/** An answer that the LMS is to be told. */
export interface Told {
  readonly question: string;
  readonly type: string;
  readonly response: string;
}

/** What a device keeps of a learner, as far as it is true. */
interface KeptFacts {
  readonly facts: Facts;
  /** The bookmark on which it was built. */
  readonly base: string;
  readonly untold: readonly Told[];
}

export interface Device {
  readonly name: string;
  /** How wrong its clock is, in milliseconds. */
  readonly clock: { by: number };
  readonly store: Map<string, string>;
  storage: 'works' | 'denied' | 'full';
  /** By the key of the record. */
  readonly kept: Map<string, KeptFacts>;
}

/** What the LMS holds of a learner. */
interface LmsSide {
  record: unknown;
  /** The facts in its bookmark; null where that is unreadable or empty. */
  facts: Facts | null;
  /** What a learner was told is saved; null where the LMS itself spoilt it. */
  acknowledged: Facts | null;
  /** The interactions that are complete, by index. */
  readonly told: Set<number>;
  /** Seconds that windows of this learner were open. */
  open: number;
}

export interface LearnerWindow {
  readonly device: Device;
  readonly learner: string;
  readonly outline: CourseOutline;
  isAlive: boolean;
  isVisible: boolean;
  /** Calls to LMS or storage after which it is gone. */
  killIn: number;
  api: FaultyApi | null;
  sitting: OpenedSitting | null;
  shown: SaveState;
  facts: Facts;
  untold: Told[];
  /** What the last bookmark said holds. */
  pending: Facts | null;
  /** How often its device kept something. */
  writes: number;
  wrote: { readonly key: string; readonly value: string; readonly time: Facts['time'] | null } | null;
}

export interface Figures {
  steps: number;
  sittings: number;
  kills: number;
  versions: number;
  saves: number;
  commits: number;
  merges: number;
  answers: number;
  toldTwice: number;
  readonly faults: Record<string, number>;
}

export const noFigures: Figures = {
  steps: 0,
  sittings: 0,
  kills: 0,
  versions: 0,
  saves: 0,
  commits: 0,
  merges: 0,
  answers: 0,
  toldTwice: 0,
  faults: {},
};

export class ChaosError extends Error {}

export class World {
  readonly time = new VirtualTime();
  readonly devices: readonly Device[];
  readonly windows = new Set<LearnerWindow>();
  readonly log: string[] = [];
  readonly figures: Figures = { ...noFigures, versions: 1, faults: {} };
  faults: Faults = noFaults;
  readonly #lms: LmsVersion;
  readonly #random: Random;
  readonly #sides = new Map<string, LmsSide>();
  #failure: ChaosError | null = null;
  /** The facts that each bookmark stands for. */
  readonly #factsOfBookmark = new Map<string, Facts>([['', nothing]]);

  readonly #isWordy: boolean;

  /** @param isWordy whether each call to the LMS is logged */
  constructor(lms: LmsVersion, random: Random, isWordy: boolean) {
    this.#isWordy = isWordy;
    this.#lms = lms;
    this.#random = random;
    this.devices = ['desk', 'phone', 'library'].map((name) => ({
      name,
      clock: { by: (random.below(7) - 3) * 20_000 },
      store: new Map(),
      storage: 'works',
      kept: new Map(),
    }));
  }

  side(learner: string): LmsSide {
    const found = this.#sides.get(learner);
    if (found) return found;
    const made: LmsSide = {
      record: null,
      facts: null,
      acknowledged: null,
      told: new Set(),

      open: 0,
    };
    this.#sides.set(learner, made);
    return made;
  }

  /** The window in which this learner talks with the LMS now. */
  current(learner: string): LearnerWindow | undefined {
    return [...this.windows].find((window) => window.learner === learner && window.api !== null);
  }

  async open(device: Device, learner: string, outline: CourseOutline): Promise<LearnerWindow | null> {
    const window: LearnerWindow = {
      device,
      learner,
      outline,
      isAlive: true,
      isVisible: true,
      killIn: Number.POSITIVE_INFINITY,
      api: null,
      sitting: null,
      shown: { is: 'connecting' },
      facts: nothing,
      untold: [],
      pending: null,
      writes: 0,
      wrote: null,
    };
    this.windows.add(window);
    this.figures.sittings++;
    const side = this.side(learner);
    // The LMS lets a learner in at one place: the conversation that was open elsewhere is over.
    for (const other of this.windows) if (other.learner === learner) other.api?.end();
    const strict = this.#lms.begin(learner, side.record, (record) => this.#committed(window, record));
    const faulty = faultyApi(
      strict,
      this.#lms.standard,
      () => this.#survives(window),
      (call) => this.#fault(call),
      (call, args, answer) => {
        if (this.#isWordy) this.log.push(`    ${call} ${args} -> ${answer}`);
        if (strict.violations.length > 0) this.fail(`illegal: ${strict.violations.join('; ')}`);
        if (call === 'commit') this.time.block(this.faults.slow);
        if (call === 'set' && answer === 'true' && args[0] === this.#lms.bookmarkElement)
          this.#bookmarkSaid(window, args[1] ?? '');
      },
    );
    let looks = 0;
    const find = () => {
      if (this.faults.api === 'absent') return null;
      return this.faults.api === 'late' && ++looks < 20 ? null : faulty.api;
    };
    const wait = async (milliseconds: number) => this.time.block(milliseconds);
    window.api = faulty;
    const tracker = this.#lms.tracker(find, wait);
    const opening = await tracker.open();
    if (!window.isAlive) return null;
    const before = [...device.kept];
    window.sitting = openSitting(
      outline,
      logics,
      tracker,
      opening,
      () => this.#storage(window),
      this.time.clock(device.clock, () => window.isAlive),
      (state) => this.#show(window, state),
    );
    if (opening.connection !== 'lms') window.api = null;
    this.#begun(window, new Map(before));
    await this.settle();
    return window.isAlive ? window : null;
  }

  /** Looks at what a sitting begins with, and takes it for true when it is right. */
  #begun(window: LearnerWindow, keptBefore: ReadonlyMap<string, KeptFacts>): void {
    const { sitting, device, learner, outline } = window;
    if (!sitting) return;
    const { opening, session } = sitting;
    const side = this.side(learner);
    const isTalking = opening.connection === 'lms';
    const key = `coursewright/${outline.id}/${opening.learner}`;
    if (isTalking && opening.learner !== learner) this.fail(`the LMS gave the learner "${opening.learner}"`);
    const left = (facts: Facts | null | undefined) => (facts ? leftIn(outline, facts) : null);
    const told = isTalking ? left(side.facts) : null;
    const kept = keptBefore.get(key);
    const isReset = isTalking && side.record === null && kept?.base !== '';
    const own = isReset || device.storage === 'denied' ? undefined : kept;
    const base = leftIn(outline, this.#factsOfBookmark.get(own?.base ?? '') ?? nothing);
    const actual = factsOf(outline, session.state());
    if (told && own && own.base !== opening.bookmark) this.figures.merges++;
    this.log.push(
      `  begins: told ${told ? 'something' : 'nothing'}, kept ${own ? 'something' : 'nothing'}, ${opening.connection}`,
    );
    this.demand(wrongBeginning(outline, told, left(own?.facts), base, actual));
    if (isTalking && side.acknowledged)
      this.demand(losses(outline, leftIn(outline, side.acknowledged), actual));
    for (const text of actual.texts.values())
      if (opening.connection === 'lms' && !text.startsWith(learner)) this.fail(`${learner} sees "${text}"`);
    window.facts = actual;
    window.untold = (own?.untold ?? []).filter(
      ({ question, type }) => outline.questions[question]?.type === type,
    );
  }

  /** The learner does something. */
  async happen(window: LearnerWindow, event: Happening): Promise<void> {
    const { sitting, outline } = window;
    if (!sitting || !window.isAlive) return;
    const answered: Told[] = [];
    const { session } = sitting;
    const before = window.facts;
    const expected = after(outline, before, event, (told) => answered.push(told));
    // A save reads the state that the event has made.
    window.facts = expected;
    window.untold.push(...answered);
    this.figures.answers += answered.length;
    const writes = window.writes;
    session.happen(event);
    const isKept = window.writes > writes || window.device.storage !== 'works';
    if (window.isAlive && window.facts !== before && !isKept) this.fail('the device did not keep it');
    if (event.type === 'assessment-begun' && expected !== before)
      window.facts = this.#withDraw(window, event.page);
    await this.settle();
    if (window.isAlive) this.demand(differences(window.facts, factsOf(outline, session.state())));
  }

  /** Which questions an attempt asks is the player's to choose, out of its pool. */
  #withDraw(window: LearnerWindow, page: string): Facts {
    const actual = factsOf(window.outline, window.sitting?.session.state() ?? ({} as never));
    const [expected, drawn] = [window.facts.attempts.get(page), actual.attempts.get(page)];
    if (!expected || !drawn) return window.facts;
    const { questions = [], draw } =
      outlinePages(window.outline).find(({ id }) => id === page)?.assessment ?? {};
    const ids = drawn.drawn.map((entry) => entry.split(' ')[0] ?? '');
    if (new Set(ids).size !== draw || !ids.every((id) => questions.includes(id)))
      this.fail(`${page} draws ${ids.join(', ')} of ${questions.join(', ')}`);
    const attempt = { ...expected, drawn: drawn.drawn, begunAt: drawn.begunAt };
    return { ...window.facts, attempts: new Map(window.facts.attempts).set(page, attempt) };
  }

  /** Time passes, the player's clock ticks in every visible window. */
  async pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= 1000) {
      const slice = Math.min(left, 1000);
      for (const window of this.windows) this.side(window.learner).open += slice / 1000;
      await this.time.pass(slice);
      await this.settle();
      if (slice < 1000) return;
      for (const window of this.windows)
        if (window.isVisible && window.isAlive) {
          window.sitting?.session.happen({ type: 'ticked' });
          await this.settle();
        }
    }
  }

  /** The window is closed as browsers close it. */
  async close(window: LearnerWindow): Promise<void> {
    window.sitting?.session.happen({ type: 'left' });
    window.sitting?.session.happen({ type: 'hidden' });
    window.sitting?.saver.close();
    await this.settle();
    if (window.isAlive) this.#remove(window);
  }

  /** The window is gone without a word. */
  kill(window: LearnerWindow): void {
    this.figures.kills++;
    this.log.push(`  killed: ${window.learner} on ${window.device.name}`);
    this.#remove(window);
  }

  #remove(window: LearnerWindow): void {
    this.#absorb(window);
    window.isAlive = false;
    window.api = null;
    this.windows.delete(window);
  }

  /** Every promise is kept, and what was written to devices is true of them. */
  async settle(): Promise<void> {
    await settled();
    if (this.#failure) throw this.#failure;
    for (const window of this.windows) this.#absorb(window);
  }

  #absorb(window: LearnerWindow): void {
    const { wrote, device } = window;
    if (!wrote) return;
    window.wrote = null;
    const { base } = JSON.parse(wrote.value) as { base: string };
    device.kept.set(wrote.key, {
      facts: { ...window.facts, time: wrote.time ?? window.facts.time },
      base,
      untold: [...window.untold],
    });
  }

  #storage(window: LearnerWindow) {
    const { device } = window;
    if (device.storage === 'denied') throw new Error('The browser denies storage.');
    return {
      getItem: (key: string) => device.store.get(key) ?? null,
      removeItem: (key: string) => void device.store.delete(key),
      setItem: (key: string, value: string) => {
        if (!this.#survives(window)) return;
        if (device.storage === 'full') throw new Error('The storage is full.');
        device.store.set(key, value);
        window.writes++;
        window.wrote = { key, value, time: this.#timeIn(window) };
      },
    };
  }

  #timeIn({ sitting, outline }: LearnerWindow): Facts['time'] | null {
    return sitting && factsOf(outline, sitting.session.state()).time;
  }

  /** Whether the window still runs; it may be killed at any call. */
  #survives(window: LearnerWindow): boolean {
    if (window.isAlive && window.killIn-- <= 0) this.kill(window);
    return window.isAlive;
  }

  #fault(call: CallFault['calls'][number]): CallFault['how'] | null {
    const fault = this.faults.call;
    return fault?.calls.includes(call) && this.#random.chance(fault.share) ? fault.how : null;
  }

  #bookmarkSaid(window: LearnerWindow, bookmark: string): void {
    const facts = { ...window.facts, time: this.#timeIn(window) ?? window.facts.time };
    const read = readBookmark(window.outline, bookmark);
    this.demand(read ? differences(facts, read) : [`no bookmark: ${bookmark}`]);
    window.pending = facts;
    this.#factsOfBookmark.set(bookmark, facts);
  }

  #committed(window: LearnerWindow, record: unknown): void {
    this.figures.commits++;
    const side = this.side(window.learner);
    const now = this.#lms.held(record);
    if (side.record !== null) this.demand(fallen(this.#lms.held(side.record), now));
    if (now.total > side.open + 90) this.fail(`${now.total} s in ${side.open} s`);
    side.record = record;
    for (const [index, { id, response }] of now.interactions.entries())
      if (response !== '' && !side.told.has(index)) {
        side.told.add(index);
        const told = window.untold.findIndex((one) => this.#lms.shows(one) === `${id} ${response}`);
        if (told < 0) this.figures.toldTwice++;
        else window.untold.splice(told, 1);
      }
    if (window.pending) side.facts = window.pending;
  }

  #show(window: LearnerWindow, state: SaveState): void {
    window.shown = state;
    // It is told within a promise, where nobody catches what is thrown.
    try {
      this.#check(window, state);
    } catch {}
  }

  #check(window: LearnerWindow, state: SaveState): void {
    if (state.is === 'saved') this.#saved(window);
    if (
      (state.is === 'waiting' || state.is === 'ended') &&
      state.isKept !== (window.device.storage === 'works') &&
      window.isAlive
    )
      this.fail(`the learner is told that the device keeps it: ${state.isKept}`);
  }

  /** The learner was told that all is saved: then it is. */
  #saved(window: LearnerWindow): void {
    // A window with nothing to say does not notice that nobody listens any more.
    if (!window.isAlive || window.api?.isEnded()) return;
    this.figures.saves++;
    const side = this.side(window.learner);
    const held = this.#lms.held(side.record);
    const read = readBookmark(window.outline, held.bookmark);
    this.demand(read ? differences(window.facts, read) : [`the LMS holds no bookmark: ${held.bookmark}`]);
    this.demand(wrongVerdict(this.#lms, window.outline, window.facts, held));
    if (held.exit !== 'suspend') this.fail(`exit is "${held.exit}"`);
    if (window.facts.page !== '' && held.location !== window.facts.page)
      this.fail(`location is ${held.location}`);
    const untold = window.untold.map((one) => this.#lms.shows(one));
    if (untold.length > 0) this.fail(`never told: ${untold.join(', ')}`);
    if (held.interactions.some(({ id }) => id === '')) this.fail('the interactions have a hole');
    if (new Set(held.objectives).size < held.objectives.length) this.fail('an objective stands twice');
    side.acknowledged = window.facts;
  }

  /** The LMS spoils the bookmark that it holds. */
  spoil(learner: string, change: (bookmark: string) => string): void {
    const side = this.side(learner);
    if (side.record === null) return;
    const { bookmark } = this.#lms.held(side.record);
    const changed = change(bookmark);
    if (changed === bookmark) return;
    side.record = this.#lms.withBookmark(side.record, changed);
    side.facts = null;
    side.acknowledged = null;
    this.#factsOfBookmark.set(changed, nothing);
  }

  demand(wrong: readonly string[]): void {
    if (wrong.length > 0) this.fail(wrong.join('\n'));
  }

  /** The player bears an LMS that throws: what is wrong inside of a call is thrown again when it is over. */
  fail(what: string): never {
    this.#failure ??= new ChaosError(what);
    throw this.#failure;
  }
}

function fallen(before: Held, now: Held): string[] {
  return [
    ...now.ranks.flatMap((rank, n) =>
      rank < (before.ranks[n] ?? 0) ? [`status falls from ${before.ranks} to ${now.ranks}`] : [],
    ),
    ...((now.score ?? -1) < (before.score ?? -1) ? [`score falls from ${before.score} to ${now.score}`] : []),
    ...(now.total < before.total ? [`time falls from ${before.total} to ${now.total}`] : []),
    ...(now.interactions.length < before.interactions.length ? ['interactions are lost'] : []),
    ...(now.objectives.length < before.objectives.length ? ['objectives are lost'] : []),
  ];
}

function wrongVerdict(lms: LmsVersion, outline: CourseOutline, facts: Facts, held: Held): string[] {
  const { isComplete, score, isPassed } = verdictOn(outline, facts);
  const least = lms.ranksOf(isComplete, score === null ? null : isPassed);
  return [
    ...(held.ranks.some((rank, n) => rank < (least[n] ?? 0))
      ? [`status is ${held.ranks} and should be ${least}`]
      : []),
    ...((held.score ?? -1) < (score ?? -1) ? [`score is ${held.score} and should be ${score}`] : []),
  ];
}

/** A response that is right, and one that is not. */
export function responseTo(type: string, isRight: boolean): readonly string[] {
  const answers = answersTo[type];
  return (isRight ? answers?.right : answers?.wrong) ?? [];
}
