/**
 * `npm run chaos`: as many random ways as one likes, and what happened on them.
 * `SEED` the first seed (a new one each time when left out), `RUNS` how many, `STEPS` of each.
 */
import { expect, it } from 'vitest';
import { scorm12Version, scorm2004Version } from './lms-host.ts';
import { walk } from './walk.ts';
import { type Figures, noFigures } from './world.ts';

const first = Number(process.env.SEED ?? Date.now() % 1_000_000);
const runs = Number(process.env.RUNS ?? 50);
const steps = Number(process.env.STEPS ?? 500);

it('loses nothing that was acknowledged', async () => {
  const sum: Figures = { ...noFigures, faults: {} };
  const losses: string[] = [];
  for (let seed = first; seed < first + runs; seed++)
    for (const lms of [scorm12Version, scorm2004Version]) {
      const { figures, loss } = await walk(lms, seed, steps);
      if (loss !== null) losses.push(loss);
      const { faults, ...counts } = figures;
      for (const [name, count] of Object.entries(counts) as [keyof typeof counts, number][])
        sum[name] += count;
      for (const [name, count] of Object.entries(faults)) sum.faults[name] = (sum.faults[name] ?? 0) + count;
    }
  const { faults, ...counts } = sum;
  const lines = [
    `seeds ${first} to ${first + runs - 1}, SCORM 1.2 and 2004`,
    ...Object.entries(counts).map(([name, count]) => `${String(count).padStart(8)}  ${name}`),
    `${String(Object.values(faults).reduce((all, one) => all + one, 0)).padStart(8)}  faults:`,
    ...Object.entries(faults)
      .sort(([, one], [, other]) => other - one)
      .map(([name, count]) => `${String(count).padStart(12)}  ${name}`),
    `${String(losses.length).padStart(8)}  losses`,
  ];
  console.log(lines.join('\n'));
  expect(losses.join('\n\n')).toBe('');
  expect(sum.steps).toBe(runs * steps * 2);
});
