import type { Cache } from './cache.ts';

/** A cache that remembers what it has seen of earlier builds in this run, and asks another for the rest. */
export function memoryCache(behind: Cache): Cache {
  const last = new Map<string, unknown>();
  return {
    recall: async (kind, key) => (kind === 'last' ? last.get(key) : undefined) ?? behind.recall(kind, key),
    keep: async (kind, key, value) => {
      if (kind === 'last') last.set(key, value);
      await behind.keep(kind, key, value);
    },
  };
}
