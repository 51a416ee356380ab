/** Speaks with an LRS, in plain xAPI or in cmi5: statements through the outbox, the bookmark in its state, each sitting framed. */
import type { Report } from '../../session/report.ts';
import { type Acknowledgement, nobodyThere, type Tracker } from '../../session/tracker.ts';
import type { KeyStorage } from '../../sitting/device.ts';
import { deviceTracker } from '../device-tracker.ts';
import { identityOf } from './agent.ts';
import type { Complain } from './complain.ts';
import { type Courier, courierOf, type Delivered } from './delivery.ts';
import { type Memory, type StateDocument, stateDocument } from './kept-state.ts';
import { bookmarkLimit, leavingRoom, longestOpening } from './limits.ts';
import type { Lrs, Outcome } from './lrs.ts';
import { outboxIn, type Waiting } from './outbox.ts';
import type { Statement } from './statement.ts';
import {
  type Attempt,
  answerId,
  completions,
  experiences,
  frame,
  judgementOf,
  judgements,
  nothingTold,
  type Said,
  type Told,
} from './vocabulary.ts';

/** The LMS listens. */
export interface Connected {
  readonly lrs: Lrs;
  readonly mode: 'normal' | 'review';
  /** Per cent, where the LMS sets its own; null where it does not. */
  readonly passMark: number | null;
  readonly returnUrl: string | null;
  /** Whether this window was loaded anew in a session that is under way. */
  readonly isBegun: boolean;
  /** How it is said in this session; null where it belongs to another one. */
  readonly dress: (waiting: Waiting) => Statement | null;
}

/** What plain xAPI and cmi5 do differently. */
export interface Standard {
  readonly attempt: Attempt;
  /** Key of the outbox. */
  readonly outbox: string;
  /** Names the session of the LMS; empty where the standard has none. */
  readonly session: string;
  /** Whether the LRS keeps the place in the course; where an LMS of SCORM does, it keeps only what was told. */
  readonly keepsPlace: boolean;
  /** Whether a session is judged once: then "failed" waits for its end, because "passed" may follow. */
  readonly isJudgedOnce: boolean;
  /** `later`: not to be reached now. `refused`: it will not begin. */
  connect(): Promise<Connected | 'later' | 'refused'>;
  /** The language that the LMS keeps for the learner, before anything is said; empty where it keeps none. */
  language?(): Promise<string>;
  /** The last words are under way. */
  ended(): void;
}

/**
 * @param standard null where nobody launched
 * @param now      milliseconds since 1970
 * @param wait     resolves after so many milliseconds
 */
export function xapiTracker(
  standard: Standard | null,
  storage: () => KeyStorage,
  now: () => number,
  wait: (milliseconds: number) => Promise<void>,
  complain: Complain,
): Tracker {
  if (!standard) return deviceTracker(bookmarkLimit);
  const { attempt, session, keepsPlace, isJudgedOnce } = standard;
  const outbox = outboxIn(storage, standard.outbox);
  const sitting = session === '' ? String(now()) : session;
  let connected: (Connected & { readonly courier: Courier; readonly state: StateDocument }) | null = null;
  let isReview = false;
  let isClosed = false;
  let told: Told = nothingTold;
  /** One request after the other: what was said first arrives first. */
  let line: Promise<unknown> = Promise.resolve();

  const inLine = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const next = line.then(act);
    line = next;
    return next;
  };
  const said = new Set<string>();
  /** Once in a sitting: what a report tells again is not told again. */
  const say = (words: readonly Said[], isFirst = false) => {
    const fresh = words.filter(({ statement }) => !said.has(statement.id));
    for (const { statement } of fresh) said.add(statement.id);
    outbox.add(
      fresh.map((one) => ({ ...one, session })),
      isFirst,
    );
  };
  const connect = async (): Promise<'later' | 'refused' | 'connected'> => {
    if (connected) return 'connected';
    const answer = await standard.connect();
    if (typeof answer === 'string') return answer;
    const { actor, activityId, registration } = attempt;
    const { lrs, dress } = answer;
    connected = {
      ...answer,
      courier: courierOf(outbox, lrs, { dress, session, complain, now }),
      state: stateDocument(
        lrs,
        { agent: actor, activityId, registration },
        keepsPlace ? 'coursewright' : 'coursewright-told',
        memoryIn(storage, `${standard.outbox}/seen`),
      ),
    };
    isReview = answer.mode === 'review';
    return 'connected';
  };
  const news = (report: Report): Said[] => {
    const judged = judgements(attempt, report, told, isJudgedOnce ? report.success : judgementOf(report));
    return [
      ...experiences(attempt, report, told),
      ...completions(attempt, report, told),
      ...judged.filter(({ verb }) => !isJudgedOnce || verb === 'passed'),
    ];
  };
  /** What the outbox does not hold any more of what was said is with the LRS. */
  const noteTold = (report: Report, words: readonly Said[]) => {
    const isDelivered = (verb: string) =>
      words.some((one) => one.verb === verb && !outbox.has(one.statement.id));
    told = {
      completed: told.completed || isDelivered('completed'),
      progress: isDelivered('progressed') ? Math.floor(report.progress * 100) : told.progress,
      judged: isDelivered('passed') || isDelivered('failed') ? judgementOf(report) : told.judged,
    };
  };
  const kept = ({ bookmark, location, at }: Report) =>
    keepsPlace ? { bookmark, location, at, told } : { bookmark: '', location: '', at: 0, told };
  const acknowledge = (report: Report, delivered: Delivered, state: Outcome): Acknowledgement => {
    const isEnded = delivered === 'ended' || state === 'unauthorized';
    const waiting = report.interactions.findIndex((one) => outbox.has(answerId(attempt, one)));
    return {
      is: isEnded ? 'ended' : delivered === 'all' && state === 'taken' ? 'taken' : 'waiting',
      interactions: waiting < 0 ? report.interactions.length : waiting,
    };
  };
  const untold = (is: 'waiting' | 'ended'): Acknowledgement => ({ is, interactions: 0 });

  return {
    async open(isBegun = false) {
      const inTime = <Result>(answer: Promise<Result>) =>
        Promise.race([answer, wait(longestOpening).then(() => null)]);
      const answer = await inTime(connect());
      if (answer === 'refused') return { ...nobodyThere(bookmarkLimit), connection: 'refused' };
      const state = connected ? await connected.state.read(inTime) : null;
      if (state?.outcome === 'unauthorized') return { ...nobodyThere(bookmarkLimit), connection: 'refused' };
      told = state?.kept?.told ?? nothingTold;
      if (!isBegun && !connected?.isBegun) {
        const begin = (verb: 'initialized' | 'resumed') => frame(attempt, verb, sitting, now(), null);
        // In cmi5 nothing may come before it, not even what an earlier session left.
        say([begin('initialized'), ...(state?.kept && !isReview ? [begin('resumed')] : [])], session !== '');
      }
      if (connected) void inLine(async () => connected?.courier.deliver());
      return {
        connection: 'lms',
        mode: isReview ? 'review' : 'normal',
        isFirst: state?.outcome === 'none',
        bookmark: state?.kept?.bookmark ?? '',
        location: state?.kept?.location ?? '',
        bookmarkLimit,
        learner: identityOf(attempt.actor),
        learnerName: attempt.actor.name ?? '',
        passMark: connected?.passMark ?? null,
        completionThreshold: null,
        returnUrl: connected?.returnUrl ?? null,
      };
    },
    async preference(isBegun) {
      const language = (await standard.language?.()) ?? '';
      return { language, learner: identityOf(attempt.actor), isBegun };
    },
    async save(report) {
      if (isClosed) return untold('ended');
      const words = news(report);
      say(words);
      return inLine(async () => {
        const answer = await connect();
        if (!connected) return untold(answer === 'refused' ? 'ended' : 'waiting');
        const delivered = await connected.courier.deliver();
        noteTold(report, words);
        return acknowledge(report, delivered, await connected.state.write(kept(report)));
      });
    },
    async close(report) {
      if (isClosed) return untold('ended');
      isClosed = true;
      const last = isReview ? [] : news(report);
      if (!isReview && isJudgedOnce)
        last.push(
          ...judgements(attempt, report, told, `failed ${sitting}`).filter(({ verb }) => verb === 'failed'),
        );
      const end = (verb: 'suspended' | 'terminated') =>
        frame(attempt, verb, sitting, now(), report.sittingTime);
      const isUnfinished = !isReview && report.completion !== 'completed';
      say([...last, ...(isUnfinished ? [end('suspended')] : []), end('terminated')]);
      standard.ended();
      if (!connected) return untold('waiting');
      const place = kept(report);
      const written = isReview ? Promise.resolve('taken' as const) : connected.state.writeLeaving(place);
      const delivered = connected.courier.deliverLeaving(leavingRoom - JSON.stringify(place).length);
      return acknowledge(report, await delivered, await written);
    },
  };
}

function memoryIn(storage: () => KeyStorage, key: string): Memory {
  let held = 0;
  return {
    get() {
      try {
        return Number(storage().getItem(key) ?? held);
      } catch {
        return held;
      }
    },
    set(at) {
      held = at;
      try {
        storage().setItem(key, String(at));
      } catch {
        // Denied or full: it is known as long as the window lives.
      }
    },
  };
}
