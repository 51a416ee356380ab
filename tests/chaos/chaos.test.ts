import { describe, expect, it } from 'vitest';
import { scorm12Version, scorm2004Version } from './lms-host.ts';
import { walk } from './walk.ts';

/** A few ways through; `npm run chaos` takes many more. */
const seeds = [1, 2, 3, 4, 5];
const steps = 400;

describe.each([scorm12Version, scorm2004Version])('learners in $name to whom everything happens', (lms) => {
  it.each(seeds)('lose nothing that was acknowledged (seed %i)', async (seed) => {
    const { loss, figures } = await walk(lms, seed, steps);
    expect(loss).toBeNull();
    const { saves, kills, merges } = figures;
    expect({ saves: saves > 20, kills: kills > 2, merges: merges > 2 }).toEqual({
      saves: true,
      kills: true,
      merges: true,
    });
  });
});
