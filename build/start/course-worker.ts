/** What a thread starts that does courses. */
import type * as Command from '../command.ts';
import { loadCompiled } from './load-compiled.ts';

loadCompiled<typeof Command>('command.cjs').exports.courseWorker();
