import { spawn } from 'node:child_process';
import { command } from './coursewright.ts';

/** A command that runs until it is ended, with all that it has said so far. */
export interface Running {
  said(): string;
  /** Waits until it has said this after what was read before, and reads up to there. */
  says(what: string | RegExp): Promise<string>;
  interrupt(): void;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

export function running(
  folder: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Running {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  let all = '';
  let read = 0;
  let told: () => void = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      all += chunk;
      told();
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    said: () => all,
    // At once and not by asking again and again: the bench counts from an edit to its line.
    says: (what) =>
      new Promise((resolve, reject) => {
        const deadline = setTimeout(
          () => reject(new Error(`It did not say "${what}", but: ${all.slice(read)}`)),
          60_000,
        );
        told = () => {
          const rest = all.slice(read);
          if (typeof what === 'string' ? !rest.includes(what) : rest.search(what) < 0) return;
          told = () => {};
          clearTimeout(deadline);
          read = all.length;
          resolve(rest);
        };
        told();
      }),
    interrupt: () => child.kill('SIGINT'),
    ended,
  };
}
