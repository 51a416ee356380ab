/** How the command is used, made from the table of commands. Pure. */
import type { Command } from './define-command.ts';

const exitCodes =
  'Exit codes: 0 done, 1 the course or package has mistakes (diff: learners lose progress), 2 wrong use, 3 the tool’s own fault.';

/** Every command with what it does. */
export function usageOfAll(commands: readonly Command[]): string {
  const entries = commands.map(({ usage, about }) => `  coursewright ${usage}\n      ${about}`);
  return [
    'Coursewright: from course JSON to a package that any LMS takes.',
    '',
    ...entries,
    '  coursewright help <command>',
    '      Tells what the options of a command are for.',
    '',
    exitCodes,
  ].join('\n');
}

/** One command with all its options. */
export function usageOf({ usage, about, details }: Command): string {
  return [
    `coursewright ${usage}`,
    `  ${about}`,
    '',
    ...details.map((line) => `  ${line}`),
    '',
    exitCodes,
  ].join('\n');
}
