/** Problems as the pages of a code host show them: beside the line that they are about. Pure. */
import { createHash } from 'node:crypto';
import type { Problem } from '../../src/course/problem.ts';

/** Workflow commands of GitHub Actions, a line a problem. */
export function githubAnnotations(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, file, line, column, pointer, message, hint }) => {
    const place = [
      `file=${property(plainPath(file))}`,
      `line=${line}`,
      `col=${column}`,
      `title=${property(pointer || 'Coursewright')}`,
    ];
    return `::${severity} ${place.join(',')}::${data(`${message}\n${hint}`)}`;
  });
}

/** A code quality report of GitLab, which takes the subset of Code Climate's form that is here. */
export function gitlabReport(problems: readonly Problem[]): string {
  const seen = new Map<string, number>();
  const entries = problems.map(({ severity, file, line, pointer, message, hint }) => {
    const path = plainPath(file);
    // The line is not in it: a problem that only moved is the same problem.
    const same = `${path}\n${pointer}\n${message}`;
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return {
      description: `${message} ${hint}`,
      check_name: 'coursewright',
      fingerprint: createHash('sha256').update(`${same}\n${count}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path, lines: { begin: line } },
    };
  });
  return JSON.stringify(entries, null, 2);
}

/** Code hosts know a file by its path from the root of the repository, without `./`. */
function plainPath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
