import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const command = join(import.meta.dirname, '../../dist/tool/cli.cjs');

/** Runs the compiled command as its users do: a process of its own, standing in `folder`. */
export function coursewright(
  folder: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [command, ...args], { cwd: folder }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    ),
  );
}
