/** Work that is asked for again and again: one at a time, and once more after whatever was asked while it ran. */
export interface InTurn {
  /** Comes when what was asked for is done. */
  (): Promise<void>;
  /** Comes when nothing runs and nothing waits. */
  ended(): Promise<void>;
}

export function inTurn(work: () => Promise<void>): InTurn {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const run = () => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  const ask = () => {
    if (!running) return run();
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = null;
        return run();
      });
    return waiting;
  };
  const ended = async () => {
    await (waiting ?? running)?.catch(() => {});
  };
  return Object.assign(ask, { ended });
}
