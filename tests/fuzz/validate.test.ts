/** A sample of what `npm run fuzz` does at length. COURSEWRIGHT_SEED says with which seed to begin. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fuzzBatch } from './batch.ts';

const count = 300;
const first = Number(process.env.COURSEWRIGHT_SEED ?? 1);

it(`${count} courses with mistakes: no crash, no hang, no mistake told without a place`, {
  timeout: 120_000,
}, async () => {
  // How long a course takes is judged by `npm run fuzz`: on a build server a hang is what the time-out ends.
  const { wrong, refused } = await fuzzBatch(
    join(import.meta.dirname, '../..'),
    first,
    count,
    Number.POSITIVE_INFINITY,
  );
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(count / 2);
});
