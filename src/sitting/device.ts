/** Progress on this device: all there is without an LMS, and what fills the gap when the LMS did not take it. */
import type { AnsweredQuestion } from '../session/state.ts';

export interface DeviceRecord {
  readonly bookmark: string;
  /** The bookmark that the LMS is known to hold: told by this device last, or read when the sitting began. */
  readonly base: string;
  /** What was answered and never reached the LMS. */
  readonly untold: readonly AnsweredQuestion[];
}

export interface Device {
  read(): DeviceRecord | null;
  /** False where the device keeps nothing: storage denied or full. */
  write(record: DeviceRecord): boolean;
  remove(): void;
}

/** The part of the browser's storage that is used. */
export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One record for each course and learner, so that nobody meets another's answers on a shared device.
 * @param storage is asked each time: a browser that denies storage throws when it is looked at
 */
export function deviceOf(storage: () => KeyStorage, course: string, learner: string): Device {
  const key = `coursewright/${course}/${learner}`;
  return {
    read() {
      try {
        return recordIn(JSON.parse(storage().getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    write(record) {
      try {
        storage().setItem(key, JSON.stringify(record));
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        storage().removeItem(key);
      } catch {
        // What cannot be reached cannot be read either.
      }
    },
  };
}

/** What lies in the storage may be anything: of another version, another tool, or changed by hand. */
function recordIn(value: Partial<DeviceRecord> | null): DeviceRecord | null {
  if (typeof value?.bookmark !== 'string' || typeof value.base !== 'string') return null;
  const untold = Array.isArray(value.untold) ? value.untold.filter(isAnswered) : [];
  return { bookmark: value.bookmark, base: value.base, untold };
}

function isAnswered(value: Partial<AnsweredQuestion> | null): boolean {
  return (
    typeof value?.question === 'string' &&
    typeof value.type === 'string' &&
    Array.isArray(value.response) &&
    value.response.every((token) => typeof token === 'string') &&
    Number.isFinite(value.at) &&
    (value.latency === null || Number.isFinite(value.latency))
  );
}
