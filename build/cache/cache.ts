/** What took long to make, kept by what it was made of. Losing any of it costs time and nothing else. */
export interface Cache {
  /** What was kept under the key; null where nothing whole is there. */
  recall(kind: CacheKind, key: string): Promise<unknown>;
  /** @param value whatever `structuredClone` takes */
  keep(kind: CacheKind, key: string, value: unknown): Promise<void>;
}

/** Builds with what came of them, scripts and styles, printed documents, and what a folder holds of an earlier build. */
export type CacheKind = 'build' | 'bundle' | 'pdf' | 'last';

/** For whoever wants everything made anew. */
export const noCache: Cache = { recall: async () => null, keep: async () => {} };
