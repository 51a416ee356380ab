import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['chaos/*.run.ts'],
    testTimeout: 24 * 3_600_000,
    reporters: ['dot'],
    disableConsoleIntercept: true,
  },
});
