import { defineConfig } from 'vitest/config';

const isUpdate = process.argv.some((argument) => argument === '--update' || argument === '-u');

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['pictures/*.pictures.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { COURSEWRIGHT_PICTURES: isUpdate ? 'update' : 'compare' },
  },
});
