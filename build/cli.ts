/** argv → command → exit code: the only file that prints and exits. */
import { fstatSync } from 'node:fs';
import type { Socket } from 'node:net';
import { isatty } from 'node:tty';
import type { Command } from './cli/define-command.ts';
import { commands } from './cli/index.ts';
import { usageOf, usageOfAll } from './cli/usage.ts';
import { type Outcome, type Surroundings, WrongUse } from './commands/command.ts';
import { didYouMean } from './pipeline/did-you-mean.ts';

const isCi = !['', '0', 'false'].includes(process.env.CI ?? '');

const helps = ['help', '--help', '-h'];

async function run(argv: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const [name, ...rest] = argv;
  const asked = rest.find((one) => !one.startsWith('-'));
  if (name === undefined || helps.includes(name))
    return { code: 0, out: [asked ? usageOf(commandNamed(asked)) : usageOfAll(commands)], err: [] };
  const command = commandNamed(name);
  if (rest.some((one) => one === '--help' || one === '-h'))
    return { code: 0, out: [usageOf(command)], err: [] };
  return command.run(rest, surroundings);
}

function commandNamed(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const names = commands.map((one) => one.name);
  throw new WrongUse(`There is no command "${name}". ${didYouMean(name, names)}`.trim());
}

/** What the user of a misused command has to read: that command, or all where it is none. */
function usageFor(argv: readonly string[]): string {
  const command = commands.find((one) => one.name === argv[0]);
  return command ? usageOf(command) : usageOfAll(commands);
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** Listens only once somebody waits for it: until then Ctrl+C ends the process as usual. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/**
 * A program holds the pipe to what it started until it is gone. What nobody holds tells nothing: /dev/null as under
 * nohup, a file, a pipe that was closed from the start. A terminal that goes says so by a signal; and in CI a pipe may
 * hold the script that runs us. Listens only once somebody waits for it.
 */
function abandoned(): Promise<void> {
  const input = fstatSync(0);
  if (isCi || !(input.isFIFO() || input.isSocket())) return new Promise(() => {});
  const { stdin } = process;
  return new Promise((resolve) => {
    let isHeld = false;
    const gone = () => void (isHeld && resolve());
    // What is at its end already says so in the next round of the event loop.
    setImmediate(() =>
      setImmediate(() => {
        isHeld = true;
      }),
    );
    stdin.on('end', gone).on('error', gone).resume();
    // Waiting for that alone keeps nothing running.
    (stdin as Socket).unref();
  });
}

let shown = '';

/** Writes over the line that was shown before. */
function showProgress(line: string): void {
  hideProgress();
  // A terminal that does not know its width says 0.
  process.stderr.write(line.slice(0, (process.stderr.columns || 80) - 1));
  shown = line;
}

function hideProgress(): void {
  if (shown) process.stderr.write('\r\u001b[K');
  shown = '';
}

// npm runs scripts in the project's folder; a path is meant from where its user stands.
const { npm_lifecycle_event: script, INIT_CWD: start } = process.env;
const base = script === 'coursewright' && start ? start : process.cwd();
const argv = process.argv.slice(2);

async function main(): Promise<void> {
  try {
    const { code, out, err } = await run(argv, {
      base,
      ask: isatty(0) && isatty(1) ? ask : null,
      isCi,
      environment: process.env,
      get stopped() {
        return interrupted();
      },
      get abandoned() {
        return abandoned();
      },
      say: (line) => {
        hideProgress();
        console.log(line);
      },
      progress: isatty(2) ? showProgress : null,
    });
    for (const line of err) console.error(line);
    for (const line of out) console.log(line);
    process.exitCode = code;
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(`${error.message}\n\n${usageFor(argv)}`);
      process.exitCode = 2;
    } else {
      console.error('This is a fault of Coursewright, not of your course:');
      console.error(error);
      process.exitCode = 3;
    }
  }
}

main();
