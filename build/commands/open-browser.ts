/** Opens the browser of whoever sits in front: by the program that the system has for that. */
import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
};

/** Where it cannot be opened nothing happens: the address was printed. */
export function openBrowser(url: string, environment: Readonly<Record<string, string | undefined>>): void {
  const [program = 'xdg-open', ...given] = openers[process.platform] ?? [];
  const opener = spawn(program, [...given, url], {
    ...{ detached: true, stdio: 'ignore', windowsHide: true, windowsVerbatimArguments: true },
    env: environment,
  });
  opener.on('error', () => {});
  opener.unref();
}
