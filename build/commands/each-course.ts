/** Does many courses at once, a thread a core: a course that fails or takes its thread along stops no other. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../package-root.ts';
import type { CourseResult, CourseTask, JobSurroundings } from './course-job.ts';

/** What came of one course: a result, or a fault of the tool. */
export type Done = { readonly name: string } & (
  | { readonly result: CourseResult; readonly fault?: never }
  | { readonly fault: string; readonly result?: never }
);

/**
 * @param threads most at a time
 * @param told    is given each course as it is done, in whatever order
 * @param stopped ends all threads when it comes
 * @returns false where it was stopped
 */
export async function eachCourse(
  names: readonly string[],
  surroundings: JobSurroundings,
  task: CourseTask,
  threads: number,
  told: (done: Done) => void,
  stopped: Promise<void>,
): Promise<boolean> {
  const waiting = [...names];
  const workers = new Set<Worker>();
  let isStopped = false;
  const end = stopped.then(async () => {
    isStopped = true;
    await Promise.all([...workers].map((worker) => worker.terminate()));
  });
  const start = () => {
    const path = join(packageRoot, 'dist/tool/course-worker.cjs');
    const worker = new Worker(path, { workerData: { surroundings, task } });
    workers.add(worker);
    return worker;
  };
  const line = async () => {
    let worker: Worker | null = null;
    for (let name = waiting.shift(); name !== undefined && !isStopped; name = waiting.shift()) {
      worker ??= start();
      const done = await doIn(worker, name);
      if (isStopped) break;
      told(done);
      if (done.fault === undefined) continue;
      // What is left of a thread after a fault is not trusted.
      workers.delete(worker);
      await worker.terminate();
      worker = null;
    }
    if (worker) workers.delete(worker);
    await worker?.terminate();
  };
  const lines = Promise.all(Array.from({ length: Math.min(threads, names.length) }, line));
  await Promise.race([lines, end]);
  return !isStopped;
}

function doIn(worker: Worker, name: string): Promise<Done> {
  return new Promise((resolve) => {
    const settle = (done: Done) => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
      resolve(done);
    };
    const answered = (answer: Omit<Done, 'name'>) => settle({ name, ...answer } as Done);
    const failed = (error: Error) => settle({ name, fault: String(error.stack ?? error) });
    const ended = (code: number) => settle({ name, fault: `the thread ended with code ${code}` });
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(name);
  });
}
