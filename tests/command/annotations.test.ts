import { describe, expect, it } from 'vitest';
import { githubAnnotations, gitlabReport } from '../../build/commands/annotations.ts';
import type { Problem } from '../../src/course/problem.ts';

const problem: Problem = {
  severity: 'error',
  file: './courses/a, b/course.json',
  line: 8,
  column: 15,
  pointer: '/passMark',
  message: '"80%" is not a number.',
  hint: 'Per cent of the points.',
};

describe('annotations', () => {
  it('are workflow commands for GitHub, with everything escaped that a command could take for its own', () => {
    expect(githubAnnotations([problem, { ...problem, severity: 'warning', pointer: '' }])).toEqual([
      '::error file=courses/a%2C b/course.json,line=8,col=15,title=/passMark::"80%25" is not a number.%0APer cent of the points.',
      '::warning file=courses/a%2C b/course.json,line=8,col=15,title=Coursewright::"80%25" is not a number.%0APer cent of the points.',
    ]);
  });

  it('are a code quality report for GitLab, whose fingerprints stay when a problem only moves', () => {
    const report = (problems: readonly Problem[]) => JSON.parse(gitlabReport(problems));
    const [first, second] = report([problem, { ...problem, line: 9 }]);
    expect(first).toMatchObject({
      description: '"80%" is not a number. Per cent of the points.',
      check_name: 'coursewright',
      severity: 'major',
      location: { path: 'courses/a, b/course.json', lines: { begin: 8 } },
    });
    expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(report([{ ...problem, line: 30 }])[0].fingerprint).toBe(first.fingerprint);
    expect(report([{ ...problem, severity: 'warning' }])[0].severity).toBe('minor');
    expect(report([])).toEqual([]);
  });
});
