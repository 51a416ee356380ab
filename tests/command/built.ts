import { buildCommand } from '../../build/cli/build.ts';
import type { Outcome, Surroundings } from '../../build/commands/command.ts';

/** Where commands run in tests: nobody sits in front, and nothing is printed. */
export const inFolder = (base: string): Surroundings => ({
  base,
  isCi: false,
  environment: {},
  say: () => {},
  progress: null,
  ask: null,
  stopped: new Promise(() => {}),
  abandoned: new Promise(() => {}),
});

/** Builds as the command does, without a process of its own. */
export function built(base: string, ...args: readonly string[]): Promise<Outcome> {
  return buildCommand.run(args, inFolder(base));
}
