import { spawn } from 'node:child_process';
import { expect } from 'vitest';
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
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      all += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    said: () => all,
    async says(what) {
      const find = () => {
        const rest = all.slice(read);
        const found = typeof what === 'string' ? rest.indexOf(what) : rest.search(what);
        return found < 0 ? null : rest;
      };
      await expect.poll(find, { timeout: 60_000, interval: 25 }).not.toBeNull();
      const rest = find() ?? '';
      read = all.length;
      return rest;
    },
    interrupt: () => child.kill('SIGINT'),
    ended,
  };
}
