/** What runs in a process or a thread of the command. Each is loaded when it is asked for. */
export const cli = () => import('./cli.ts');
export const courseWorker = () => import('./commands/course-worker.ts');
