import { formatProblem, type Problem } from '../../src/course/problem.ts';

/** Every problem, and how many there are. */
export function problemLines(problems: readonly Problem[], consequence: string): string[] {
  if (problems.length === 0) return [];
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const counts = [counted(errors, 'mistake'), counted(problems.length - errors, 'warning')].filter(Boolean);
  return [...problems.map(formatProblem), `${counts.join(', ')}${errors > 0 ? `; ${consequence}` : '.'}`];
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
