import { type Cache, noCache } from '../cache/cache.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { diskCache } from '../cache/disk-cache.ts';
import { toolIdentity } from '../cache/tool-identity.ts';
import type { Surroundings } from './command.ts';

/** The cache of a command; none where the user wants none, or where the tool runs from its sources. */
export async function openCache(
  { base, environment }: Pick<Surroundings, 'base' | 'environment'>,
  usesCache: boolean,
): Promise<Cache> {
  const maker = usesCache ? await toolIdentity() : null;
  return maker === null ? noCache : diskCache(await cacheFolder(base, environment), maker);
}
