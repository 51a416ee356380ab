/** Does every course of a folder, and tells of each as it is done and of all at the end. */
import { availableParallelism } from 'node:os';
import type { Problem } from '../../src/course/problem.ts';
import { counted } from '../pipeline/counted.ts';
import type { Outcome, Surroundings } from './command.ts';
import type { CourseTask } from './course-job.ts';
import { type Done, eachCourse } from './each-course.ts';
import { problemLines } from './problem-lines.ts';
import { progressLine } from './progress-line.ts';
import { named } from './what-changed.ts';

export interface CoursesDone {
  /** 0 all, 1 some have mistakes, 3 a fault of the tool, 130 stopped. */
  readonly code: Outcome['code'];
  /** In the order of their names. */
  readonly done: readonly Done[];
  /** Mistakes of all courses, then how many have any. */
  readonly err: readonly string[];
  /** Faults of the tool alone. */
  readonly faults: readonly string[];
}

/** @param jobs most courses at a time; 0 for one a core. @param isTold whether lines are printed as courses are done. @param refused courses that are not done, and why */
export async function doCourses(
  { base, environment, say, progress, stopped }: Surroundings,
  names: readonly string[],
  task: CourseTask,
  jobs: number,
  isTold: boolean,
  refused: ReadonlyMap<string, Problem> = new Map(),
): Promise<CoursesDone> {
  const done: Done[] = [];
  const threads = jobs > 0 ? jobs : availableParallelism();
  const show = () => progress?.(progressLine(done.length, names.length, done.filter(hasMistakes).length));
  const tell = (one: Done) => {
    done.push(one);
    if (isTold) for (const line of linesOf(one)) say(line);
    show();
  };
  for (const [name, problem] of refused) tell({ name, result: { problems: [problem] } });
  show();
  // The variables are copied: those of the process cannot travel.
  const surroundings = { base, environment: { ...environment } };
  const isDone = await eachCourse(
    names.filter((name) => !refused.has(name)),
    surroundings,
    task,
    threads,
    tell,
    stopped,
  );
  progress?.('');
  done.sort((a, b) => (a.name < b.name ? -1 : 1));
  return summed(names.length, done, isDone, task.kind === 'build' ? 'not built' : 'to be mended');
}

function summed(total: number, done: readonly Done[], isDone: boolean, what: string): CoursesDone {
  const faulty = done.filter(({ fault }) => fault !== undefined);
  const wrong = done.filter((one) => one.fault === undefined && hasMistakes(one));
  const faults = faulty.map(({ name, fault }) => faultLine(name, fault));
  const problems = done.flatMap(({ result }) => result?.problems ?? []);
  const code = isDone ? (faulty.length > 0 ? 3 : wrong.length > 0 ? 1 : 0) : 130;
  const counts = [
    ...(wrong.length > 0
      ? [`${wrong.length} with mistakes, ${what}: ${named(wrong.map(({ name }) => name))}`]
      : []),
    ...(faulty.length > 0
      ? [`${faulty.length} with a fault of Coursewright: ${named(faulty.map(({ name }) => name))}`]
      : []),
    ...(isDone ? [] : [`stopped after ${done.length}`]),
  ];
  return {
    code,
    done,
    faults,
    err: [
      ...problemLines(problems, 'see the last line.'),
      ...faults,
      ...(counts.length > 0 ? [`Of ${total} courses: ${counts.join('; ')}.`] : []),
    ],
  };
}

/** @param fault the tool's own, as its developers read it */
export function faultLine(name: string, fault: string | undefined): string {
  return `${name}: a fault of Coursewright, not of the course: ${fault}`;
}

export function hasMistakes({ result, fault }: Done): boolean {
  return fault !== undefined || errorsIn(result?.problems ?? []) > 0;
}

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

/** What is said of a course when it is done; its problems come at the end, where they are found. */
function linesOf({ name, result, fault }: Done): readonly string[] {
  if (fault !== undefined) return [`${name}: a fault of Coursewright`];
  const errors = errorsIn(result.problems);
  if (errors > 0) return [`${name}: ${counted(errors, 'mistake')}`];
  return result.build?.lines ?? [`${name}: no mistakes`];
}
