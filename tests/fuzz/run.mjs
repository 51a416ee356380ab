/**
 * `npm run fuzz`: courses with mistakes made by a seed, in batches of fresh processes, one a core. COURSEWRIGHT_FUZZ says
 * how many (100,000), COURSEWRIGHT_SEED with which to begin, COURSEWRIGHT_JOBS how many processes; a failure names its seed.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const { COURSEWRIGHT_FUZZ: wanted, COURSEWRIGHT_SEED: seed, COURSEWRIGHT_JOBS: jobs } = process.env;
const [total, first] = [Number(wanted ?? 100_000), Number(seed ?? 1)];
const size = 1000;
/** Milliseconds of the processor that a course may take, and of the clock that a batch may: then it hangs. */
const [longest, patience] = [2000, 30 * 60_000];

// In the tool's folder: what is compiled with the tool is found from there.
const program = join(root, 'dist/tool/fuzz-batch.js');
await build({
  entryPoints: [join(import.meta.dirname, 'batch-process.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});

const seen = { done: 0, refused: 0, accepted: 0, slowest: 0, slowestSeed: 0 };
const wrong = [];
const begun = performance.now();
let next = first;

await Promise.all(Array.from({ length: Number(jobs ?? availableParallelism()) }, worker));
say(
  `fuzz: ${seen.done} courses (seeds ${first} to ${first + total - 1}), ${seen.refused} refused, ${seen.accepted} accepted, ` +
    `slowest ${Math.round(seen.slowest)} ms (seed ${seen.slowestSeed}), ${wrong.length} wrong`,
);
for (const line of wrong) say(line);
process.exitCode = wrong.length > 0 || seen.refused <= total / 2 ? 1 : 0;

async function worker() {
  while (next < first + total && wrong.length < 10) {
    const from = next;
    const count = Math.min(size, first + total - from);
    next += count;
    const batch = await run(from, count);
    if (typeof batch === 'string') wrong.push(batch);
    else add(batch, count);
    const minutes = (performance.now() - begun) / 60_000;
    say(`${seen.done} of ${total} after ${minutes.toFixed(1)} min; ${wrong.length} wrong`);
  }
}

function run(from, count) {
  return new Promise((resolve) => {
    const child = fork(program, [root, from, count, longest].map(String), {
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    let answer = `seeds ${from} to ${from + count - 1}: the process gave no answer`;
    child.on('message', (batch) => {
      answer = batch;
    });
    child.on('exit', (code, signal) =>
      resolve(typeof answer === 'string' ? `${answer} (${signal ?? `code ${code}`})` : answer),
    );
  });
}

function add(batch, count) {
  seen.done += count;
  seen.refused += batch.refused;
  seen.accepted += batch.accepted;
  if (batch.slowest > seen.slowest)
    Object.assign(seen, { slowest: batch.slowest, slowestSeed: batch.slowestSeed });
  wrong.push(...batch.wrong);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
