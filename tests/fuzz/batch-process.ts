/** A batch in a process of its own: what it took of memory goes with it. Called by run.mjs. */
import { fuzzBatch } from './batch.ts';

const [root = '', first, count, longest] = process.argv.slice(2);
process.send?.(await fuzzBatch(root, Number(first), Number(count), Number(longest)));
