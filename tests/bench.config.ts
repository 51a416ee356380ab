import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['bench/*.bench.ts'],
    testTimeout: 120_000,
    reporters: ['dot'],
  },
});
