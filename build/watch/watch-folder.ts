/** Tells when a folder was changed: the one place that knows the watcher of files. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FSWatcher } from 'chokidar';

/**
 * Editors write a file in several steps, and other tools many files: those that come at once count as one. Milliseconds:
 * what comes later is told again, which costs less than to wait for it each time.
 */
const settle = 2;

/** How often a folder that went is looked for. Milliseconds. */
const search = 300;

/**
 * @param changed is called after a change of anything in the folder, hidden files and folders of tools aside, however
 *   it was made: written in place or renamed over, one file or many, whole folders moved, the folder itself too
 * @returns what ends it
 */
export async function watchFolder(folder: string, changed: () => void): Promise<() => Promise<void>> {
  let isEnded = false;
  let waiting: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(waiting);
    if (!isEnded) waiting = setTimeout(changed, settle);
  };
  let watched = await identityOf(folder);
  const lost = () => {
    watched = null;
  };
  let watcher = await startWatcher(folder, tell, lost);
  // No watcher outlives its folder: one that comes back, or another of its name, gets a new one.
  const searching = setInterval(async () => {
    const found = await identityOf(folder);
    if (isEnded || found === watched) return;
    watched = found;
    tell();
    if (found === null) return;
    await watcher.close();
    watcher = await startWatcher(folder, tell, lost);
    if (isEnded) await watcher.close();
    else tell();
  }, search);
  return async () => {
    isEnded = true;
    clearTimeout(waiting);
    clearInterval(searching);
    await watcher.close();
  };
}

async function startWatcher(folder: string, tell: () => void, lost: () => void): Promise<FSWatcher> {
  const { watch } = await import('chokidar');
  const isForeign = (path: string) => /^(\..*|node_modules|dist)$/.test(basename(path));
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => path !== folder && isForeign(path),
  });
  watcher.on('all', (event, path) => {
    if (event === 'unlinkDir' && path === folder) lost();
    tell();
  });
  // As the system tells it: of two changes of a file within 50 ms the watcher itself tells the first alone.
  watcher.on('raw', (_, path: string | null) => {
    if (!isForeign(path ?? '')) tell();
  });
  // A file that went while it was looked at: the event that follows tells the rest.
  watcher.on('error', () => {});
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return watcher;
}

/** Which folder it is that has the name now; null where there is none. */
async function identityOf(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null);
  return found && `${found.dev} ${found.ino}`;
}
