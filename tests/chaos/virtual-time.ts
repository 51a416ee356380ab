/** Time that passes as fast as it is told to, and clocks on it that anybody may set. */
import type { Clock } from '../../src/sitting/clock.ts';

/** Somewhere in 2026. */
const begin = 1_790_000_000_000;

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

export class VirtualTime {
  /** Milliseconds since the beginning: what really passed, whatever the clocks say. */
  elapsed = 0;
  readonly #timers = new Set<Timer>();

  /** Lets time pass and whatever is due happen in its order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.elapsed + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.elapsed = Math.max(this.elapsed, due.at);
      due.act();
      await settled();
    }
    this.elapsed = Math.max(this.elapsed, end);
  }

  /** Time passes and nothing happens: a call that blocks the page, a machine that sleeps. */
  block(milliseconds: number): void {
    this.elapsed += milliseconds;
  }

  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.elapsed + Math.max(0, milliseconds), act };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** @param isAlive a window that is gone never calls back */
  clock(wrong: { by: number }, isAlive: () => boolean): Clock {
    return {
      now: () => begin + this.elapsed + wrong.by,
      elapsed: () => this.elapsed,
      after: (milliseconds, act) => this.after(milliseconds, () => isAlive() && act()),
    };
  }
}

/** Lets every promise that can be kept be kept. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await null;
}
