/** Statements that wait, on the device and in their order: they outlive a window, a crash and an LRS that is down. */
import type { KeyStorage } from '../../sitting/device.ts';
import type { Said } from './vocabulary.ts';

export interface Waiting extends Said {
  /** The session of the LMS in which it was said; empty where the standard has none. */
  readonly session: string;
  /** A session in which the LMS forbade it; two of them, and it is wrong. */
  readonly forbiddenIn?: string;
}

export interface Outbox {
  /** From the oldest to the newest. */
  all(): readonly Waiting[];
  has(id: string): boolean;
  /**
   * What waits already is not added again.
   * @param isFirst whether it goes before everything that waits
   */
  add(statements: readonly Waiting[], isFirst?: boolean): void;
  /** Delivered, or given up. */
  remove(ids: readonly string[]): void;
  replace(one: Waiting): void;
}

/**
 * Another window may use the same outbox: each change begins at what is stored.
 * @param storage is asked each time; where it is denied or full, statements wait in memory
 */
export function outboxIn(storage: () => KeyStorage, key: string): Outbox {
  let memory: readonly Waiting[] | null = null;
  const read = (): readonly Waiting[] => {
    if (memory) return memory;
    try {
      const stored = JSON.parse(storage().getItem(key) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isWaiting) : [];
    } catch {
      return [];
    }
  };
  const write = (waiting: readonly Waiting[]) => {
    try {
      if (waiting.length === 0) storage().removeItem(key);
      else storage().setItem(key, JSON.stringify(waiting));
      memory = null;
    } catch {
      memory = waiting;
    }
  };
  return {
    all: read,
    has: (id) => read().some(({ statement }) => statement.id === id),
    add(statements, isFirst = false) {
      const waiting = read();
      const ids = new Set(waiting.map(({ statement }) => statement.id));
      const fresh = statements.filter(({ statement }) => !ids.has(statement.id));
      if (fresh.length > 0) write(isFirst ? [...fresh, ...waiting] : [...waiting, ...fresh]);
    },
    remove(ids) {
      if (ids.length > 0) write(read().filter(({ statement }) => !ids.includes(statement.id)));
    },
    replace(one) {
      write(read().map((other) => (other.statement.id === one.statement.id ? one : other)));
    },
  };
}

/** What lies in the storage may be anything. */
function isWaiting(value: Partial<Waiting> | null): boolean {
  return (
    typeof value?.verb === 'string' &&
    typeof value.session === 'string' &&
    typeof value.statement?.id === 'string' &&
    typeof value.statement.context === 'object'
  );
}
