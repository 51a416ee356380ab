import { formatProblem, type Problem } from '../../src/course/problem.ts';
import { counted } from '../pipeline/counted.ts';

/** Every problem, and how many there are. */
export function problemLines(problems: readonly Problem[], consequence: string): string[] {
  if (problems.length === 0) return [];
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors > 0 ? [counted(errors, 'mistake')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return [...problems.map(formatProblem), `${counts.join(', ')}${errors > 0 ? `; ${consequence}` : '.'}`];
}
