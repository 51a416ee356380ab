#!/usr/bin/env node
/** argv → command → exit code: the only file that prints and exits. */
import { parseArgs } from 'node:util';
import { build } from './commands/build.ts';
import { type Outcome, WrongUse } from './commands/command.ts';
import { validate } from './commands/validate.ts';
import { didYouMean } from './pipeline/did-you-mean.ts';

const usage = `Coursewright: from course JSON to a package that any LMS takes.

  coursewright validate <folder> [--json]
      Tells every mistake in the course.
  coursewright build <folder> [--format scorm12|scorm2004] [--out <folder>] [--json]
      Writes a package a format; all formats when none is named. --out is dist/packages when left out.

Exit codes: 0 done, 1 the course has mistakes, 2 wrong use, 3 the tool's own fault.`;

const commands = ['validate', 'build', 'help'];

async function run(argv: readonly string[], base: string): Promise<Outcome> {
  const { values, positionals } = readArguments(argv);
  const [command, folder, ...rest] = positionals;
  if (values.help || command === undefined || command === 'help') return { code: 0, out: [usage], err: [] };
  if (!commands.includes(command))
    throw new WrongUse(`There is no command "${command}". ${didYouMean(command, commands)}`.trim());
  if (folder === undefined) throw new WrongUse(`"${command}" needs the folder of a course.`);
  if (rest.length > 0) throw new WrongUse(`"${command}" takes one folder; "${rest[0]}" is too much.`);
  if (command === 'validate') return validate(base, folder, values.json);
  return build(base, folder, values.format, values.out, values.json);
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string', multiple: true, default: [] },
        out: { type: 'string', default: 'dist/packages' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

// npm runs scripts in the project's folder; a path is meant from where its user stands.
const { npm_lifecycle_event: script, INIT_CWD: start } = process.env;
const base = script === 'coursewright' && start ? start : process.cwd();
try {
  const { code, out, err } = await run(process.argv.slice(2), base);
  for (const line of err) console.error(line);
  for (const line of out) console.log(line);
  process.exitCode = code;
} catch (error) {
  if (error instanceof WrongUse) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    console.error('This is a fault of Coursewright, not of your course:');
    console.error(error);
    process.exitCode = 3;
  }
}
