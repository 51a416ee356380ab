/** Brings the outbox to the LRS: in order, in batches, and what is wrong alone is given up. */
import type { Answered, Lrs, Outcome } from './lrs.ts';
import type { Outbox, Waiting } from './outbox.ts';
import type { Statement } from './statement.ts';

export interface Delivery {
  /** How it is said in the present session; null where it does not belong there any more. */
  readonly dress: (waiting: Waiting) => Statement | null;
  /** The session that delivers; empty where the standard has none. */
  readonly session: string;
  /** Told of what is given up, with what the LRS said. */
  readonly complain: (statement: Statement, why: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What became of it: all is delivered, some waits, or the LMS hears no more. */
export type Delivered = 'all' | 'waiting' | 'ended';

const mostAtOnce = 50;
/** Characters of a batch: a learner's line may be slow, and some LRSs take no more than a hundred thousand bytes. */
const mostCharacters = 24_000;

export interface Courier {
  deliver(): Promise<Delivered>;
  /**
   * The last of it, under way before this returns.
   * @param room in bytes: more than 64 KiB in all is not carried on by a browser that leaves
   */
  deliverLeaving(room: number): Promise<Delivered>;
}

export function courierOf(outbox: Outbox, lrs: Lrs, { dress, session, complain, now }: Delivery): Courier {
  let notBefore = 0;

  const forget = (waiting: Waiting, why: unknown) => {
    complain(waiting.statement, why);
    outbox.remove([waiting.statement.id]);
  };
  /** One that a batch was refused for, or that was too much together with others. */
  const settleOne = (one: Waiting, { outcome, data }: Answered): Delivered | null => {
    const { id } = one.statement;
    if (outcome === 'taken' || outcome === 'conflict') {
      // The id is made of what happened: a conflict says that it was told before.
      outbox.remove([id]);
      return null;
    }
    if (outcome === 'wrong' || outcome === 'big') {
      forget(one, data);
      return null;
    }
    if (outcome !== 'forbidden' || session === '') return null;
    if (one.forbiddenIn !== undefined && one.forbiddenIn !== session) forget(one, data);
    else outbox.replace({ ...one, forbiddenIn: session });
    return 'ended';
  };
  const isPast = (outcome: Outcome) => !['taken', 'conflict', 'wrong', 'big', 'forbidden'].includes(outcome);
  const stopped = ({ outcome, retryAfter }: Answered): Delivered => {
    if (retryAfter !== null) notBefore = now() + retryAfter;
    return outcome === 'unauthorized' ? 'ended' : 'waiting';
  };

  const deliverOneByOne = async (batch: readonly Waiting[]): Promise<Delivered> => {
    let result: Delivered = 'all';
    for (const one of batch) {
      const statement = dress(one);
      if (!statement) continue;
      const answer = await lrs.send([statement]);
      if (isPast(answer.outcome)) return stopped(answer);
      if (answer.outcome === 'forbidden' && session === '') return 'waiting';
      result = settleOne(one, answer) ?? result;
    }
    return result;
  };

  return {
    async deliver() {
      if (now() < notBefore) return 'waiting';
      dropUndressed(outbox, dress);
      // What was forbidden in this session is not asked again.
      const rest = () => outbox.all().filter(({ forbiddenIn }) => session === '' || forbiddenIn !== session);
      for (let batch = batchOf(rest(), dress); batch.length > 0; batch = batchOf(rest(), dress)) {
        const answer = await lrs.send(batch.map(({ statement }) => statement));
        if (answer.outcome === 'taken') outbox.remove(batch.map(({ statement }) => statement.id));
        else if (isPast(answer.outcome)) return stopped(answer);
        else {
          const ids = new Set(batch.map(({ statement }) => statement.id));
          const own = outbox.all().filter(({ statement }) => ids.has(statement.id));
          const result = await deliverOneByOne(own);
          if (result !== 'all') return result;
        }
      }
      return outbox.all().length === 0 ? 'all' : 'ended';
    },
    async deliverLeaving(room) {
      const batch = batchOf(outbox.all(), dress, room, Number.POSITIVE_INFINITY);
      if (batch.length === 0) return 'all';
      const answer = await lrs.send(
        batch.map(({ statement }) => statement),
        true,
      );
      if (answer.outcome === 'taken') outbox.remove(batch.map(({ statement }) => statement.id));
      return outbox.all().length === 0 ? 'all' : 'waiting';
    },
  };
}

/** What has no place in the present session will have none in a later one. */
function dropUndressed(outbox: Outbox, dress: Delivery['dress']): void {
  const gone = outbox.all().filter((one) => dress(one) === null);
  outbox.remove(gone.map(({ statement }) => statement.id));
}

function batchOf(
  waiting: readonly Waiting[],
  dress: Delivery['dress'],
  characters = mostCharacters,
  most = mostAtOnce,
): { readonly statement: Statement }[] {
  const batch: { statement: Statement }[] = [];
  let length = 2;
  for (const one of waiting) {
    const statement = dress(one);
    if (!statement) continue;
    length += byteLength(JSON.stringify(statement)) + 1;
    if (batch.length >= most || (length > characters && batch.length > 0)) break;
    batch.push({ statement });
  }
  return batch;
}

const byteLength = (text: string) => new TextEncoder().encode(text).length;
