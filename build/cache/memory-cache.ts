import type { Cache } from './cache.ts';

/**
 * A cache that remembers what it has seen of earlier builds in this run, and asks another for the rest. What is kept
 * there is written behind: whoever watches sees the next build sooner, and what a killed run has not written is made
 * again.
 */
export function memoryCache(behind: Cache): Cache {
  const last = new Map<string, unknown>();
  return {
    recall: async (kind, key) => (kind === 'last' ? last.get(key) : undefined) ?? behind.recall(kind, key),
    keep: async (kind, key, value) => {
      if (kind === 'last') last.set(key, value);
      // It bears a full disk by itself.
      void behind.keep(kind, key, value);
    },
  };
}
