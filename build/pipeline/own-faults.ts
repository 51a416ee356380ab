/** What goes wrong in a block type of the course's own, as mistakes of its author. A bug of ours is none. Pure. */
import type { BuildFailure } from 'esbuild';
import type { Problem } from '../../src/course/problem.ts';
import type { CourseFolder } from './read-course.ts';
import { TemplateFault } from './templates.ts';

/** @returns null where the error does not come from a file of the course */
export function ownFaults(error: unknown, { name, files }: CourseFolder): Problem[] | null {
  const problem = (path: string, line: number, column: number, message: string, hint: string): Problem => ({
    severity: 'error',
    file: `${name}/${path}`,
    pointer: '',
    line,
    column,
    message,
    hint,
  });
  if (error instanceof TemplateFault) {
    const path = `${error.template.replace(/^block\//, 'blocks/')}/view.hbs`;
    const hint =
      'A view may use the fields of its schema.json, all of them, and the helpers of our own views.';
    return files.has(path) ? [problem(path, error.line, 1, `${error.message}.`, hint)] : null;
  }
  const errors = (error as Partial<BuildFailure>).errors ?? [];
  const own = errors.filter(({ location }) => location?.file.startsWith('course:'));
  if (own.length === 0 || own.length < errors.length) return null;
  return own.map(({ text, location }) =>
    problem(
      String(location?.file.replace(/^course:/, '')),
      location?.line ?? 1,
      (location?.column ?? 0) + 1,
      `${text}.`,
      'A behaviour and a style of the course’s own import only files of the course folder.',
    ),
  );
}
