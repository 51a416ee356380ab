/** Where tools keep what they can make again. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * COURSEWRIGHT_CACHE, or `.cache` in the nearest `node_modules` upwards, where build servers look for it, or the
 * user's own folder for such things.
 */
export async function cacheFolder(base: string, environment: Environment): Promise<string> {
  const { COURSEWRIGHT_CACHE: named, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (named) return named;
  for (let at = base; ; at = dirname(at)) {
    const modules = join(at, 'node_modules');
    if ((await stat(modules).catch(() => null))?.isDirectory()) return join(modules, '.cache/coursewright');
    if (dirname(at) === at) return join(xdg || local || join(homedir(), '.cache'), 'coursewright');
  }
}
