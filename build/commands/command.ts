/** What a command is given and what it gives back. `cli.ts` prints and exits. */

/** What a command gives back: `cli.ts` prints it and exits. */
export interface Outcome {
  /** 0 done, 1 the course has mistakes, 3 a fault of the tool in one course of many, 130 stopped (Ctrl+C). */
  readonly code: 0 | 1 | 3 | 130;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** A mistake in how the command was called: exit code 2. */
export class WrongUse extends Error {}

/** Asks whoever sits in front, and gives back what was typed. */
export type Ask = (question: string) => Promise<string>;

/** Where a command runs, and what it can do there while it runs. */
export interface Surroundings {
  /** The folder that relative paths are meant from. */
  readonly base: string;
  /** Whether this is a build server: files under version control are checked there, not written. */
  readonly isCi: boolean;
  /** The variables of the process: where programs are to be found. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Prints a line now; what a command gives back is printed at its end. */
  readonly say: (line: string) => void;
  /** Shows how far long work is, in place of what was shown before; null where output is no terminal. */
  readonly progress: ((line: string) => void) | null;
  /** Comes when the user has had enough (Ctrl+C): what runs until then ends itself. */
  readonly stopped: Promise<void>;
  /** Comes when the program that started it is gone: what would run for ever ends itself then, too. */
  readonly abandoned: Promise<void>;
  /** null where nobody sits in front: in a pipeline, or where input is not a terminal. */
  readonly ask: Ask | null;
}
