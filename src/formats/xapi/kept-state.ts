/** What the LRS keeps of a learner between sittings: one document, guarded by its entity tag. */
import type { Answered, Lrs, Outcome, Place } from './lrs.ts';
import { nothingTold, type Told } from './vocabulary.ts';

export interface Kept {
  readonly bookmark: string;
  readonly location: string;
  /** When the last thing happened that it holds, in milliseconds since 1970. */
  readonly at: number;
  readonly told: Told;
}

export interface StateDocument {
  /**
   * What was kept; null where there is nothing.
   * @param inTime gives null for an answer that would take too long: it then counts as not read
   */
  read(
    inTime: <Result>(answer: Promise<Result>) => Promise<Result | null>,
  ): Promise<{ readonly outcome: 'found' | 'none' | Outcome; readonly kept: Kept | null }>;
  /** Keeps it, unless another window or device has kept something newer meanwhile. */
  write(kept: Kept): Promise<Outcome>;
  /** The last write, under way before this returns. */
  writeLeaving(kept: Kept): Promise<Outcome>;
}

/** One number that outlives the window, as far as the device keeps anything. */
export interface Memory {
  get(): number;
  set(at: number): void;
}

/**
 * @param seen remembers on this device which state it knew last, by its `at`: one that it never knew holds the
 *             progress of another device, and is not replaced before that was read and merged
 */
export function stateDocument(lrs: Lrs, place: Place, stateId: string, seen: Memory): StateDocument {
  let isRead = false;
  /** Of the document as it was last seen; null where there was none, undefined where that is not known. */
  let etag: string | null | undefined;
  let held = '';

  const look = async (): Promise<Answered> => {
    const answer = await lrs.readState(place, stateId);
    if (answer.outcome === 'taken') etag = answer.etag ?? undefined;
    if (answer.outcome === 'missing') etag = null;
    return answer;
  };
  const settle = async (text: string, at: number, { outcome, etag: given }: Answered): Promise<Outcome> => {
    if (outcome !== 'taken') return outcome;
    held = text;
    seen.set(at);
    isRead = true;
    etag = given ?? undefined;
    // Most LRSs do not say under which tag they keep it: the next write would be one in the dark.
    if (etag === undefined) await look();
    return outcome;
  };

  return {
    async read(inTime) {
      const answer = await inTime(look());
      if (!answer) return { outcome: 'later', kept: null };
      const { outcome, data } = answer;
      const kept = keptIn(data);
      isRead = outcome === 'missing' || outcome === 'taken';
      if (kept) seen.set(kept.at);
      if (outcome === 'missing') return { outcome: 'none', kept: null };
      return { outcome: outcome === 'taken' ? 'found' : outcome, kept };
    },
    async write(kept) {
      const text = JSON.stringify(kept);
      if (text === held) return 'taken';
      for (let attempt = 0; ; attempt++) {
        const isBlind = etag === undefined || !isRead || attempt > 0;
        const there = isBlind ? await look() : null;
        if (there && there.outcome !== 'taken' && there.outcome !== 'missing') return there.outcome;
        const other = keptIn(there?.data);
        if (!isRead && other && other.at !== seen.get()) return 'conflict';
        // A conflict: another window or device goes on at the same time, and the newer one counts.
        if (attempt > 0 && other && other.at > kept.at) return 'taken';
        const before = etag ?? null;
        // Who leaves before the answer comes does not know what lies there.
        etag = undefined;
        const outcome = await settle(text, kept.at, await lrs.writeState(place, stateId, kept, before));
        // Where nothing lay there and nothing was taken, nothing is there to be replaced by who leaves.
        if (outcome !== 'taken' && before === null) etag = null;
        if (outcome !== 'conflict' || attempt > 0) return outcome;
      }
    },
    async writeLeaving(kept) {
      const text = JSON.stringify(kept);
      if (text === held) return 'taken';
      if (!isRead) return 'later';
      // Where the tag is not known there is no time to ask: anything that is there is replaced.
      const { outcome } = await lrs.writeState(place, stateId, kept, etag === undefined ? '*' : etag, true);
      if (outcome === 'taken') seen.set(kept.at);
      return outcome;
    },
  };
}

/** What lies there may be of another tool. */
function keptIn(data: unknown): Kept | null {
  const { bookmark, location, at, told } = (data ?? {}) as Partial<Kept>;
  if (typeof bookmark !== 'string') return null;
  return {
    bookmark,
    location: typeof location === 'string' ? location : '',
    at: typeof at === 'number' ? at : 0,
    told: {
      completed: told?.completed === true,
      progress: typeof told?.progress === 'number' ? told.progress : nothingTold.progress,
      judged: typeof told?.judged === 'string' ? told.judged : nothingTold.judged,
    },
  };
}
