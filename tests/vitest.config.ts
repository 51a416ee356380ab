import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is awaited comes when it comes: a busy machine takes several times as long.
    expect: { poll: { timeout: 5_000 } },
    // On two cores Vitest would take one; the browser tests wait more than they work.
    maxWorkers: 2,
  },
});
