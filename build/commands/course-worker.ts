/** A thread that does one course after the other; see each-course.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CourseTask, doCourse, type JobSurroundings } from './course-job.ts';

const { surroundings, task } = workerData as { surroundings: JobSurroundings; task: CourseTask };

parentPort?.on('message', async (name: string) => {
  try {
    parentPort?.postMessage({ result: await doCourse(surroundings, task, name) });
  } catch (error) {
    parentPort?.postMessage({ fault: String((error as Error).stack ?? error) });
  }
});
