import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // What is awaited comes when it comes: a busy machine takes several times as long, and only what fails waits for it.
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    // On two cores Vitest would take one; the browser tests wait as long as they work.
    maxWorkers: 3,
  },
});
