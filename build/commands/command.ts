/** What a command gives back: `cli.ts` prints it and exits. */
export interface Outcome {
  /** 0 done, 1 the course has mistakes. */
  readonly code: 0 | 1;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** A mistake in how the command was called: exit code 2. */
export class WrongUse extends Error {}
