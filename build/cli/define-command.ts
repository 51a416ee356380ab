/** What a command says of itself: its name, its usage, its options. What it does is loaded when it runs. */
import { parseArgs } from 'node:util';
import { type Outcome, type Surroundings, WrongUse } from '../commands/command.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean | readonly string[];
  readonly short?: string;
  /** What stands for the value in the usage, such as `<folder>`. */
  readonly value?: string;
  /** What it is for. A sentence. */
  readonly about: string;
}

type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O extends { readonly multiple: true }
  ? readonly string[]
  : O extends { readonly type: 'boolean' }
    ? boolean
    : O extends { readonly default: string }
      ? string
      : string | undefined;

interface Definition<Table extends Options> {
  readonly name: string;
  /** What the command does. A sentence. */
  readonly about: string;
  /** What it is called with, in order. */
  readonly takes: readonly {
    /** As the usage shows it: `<folder>`. */
    readonly name: string;
    /** As in “needs the folder of a course”. */
    readonly what: string;
    readonly isOptional?: boolean;
  }[];
  readonly options: Table;
  run(
    given: readonly string[],
    options: { readonly [Name in keyof Table]: Value<Table[Name]> },
    surroundings: Surroundings,
  ): Promise<Outcome>;
}

export interface Command {
  readonly name: string;
  readonly about: string;
  /** One line: name, arguments, options. */
  readonly usage: string;
  /** A line an option, with what it is for. */
  readonly details: readonly string[];
  /** @throws WrongUse where the arguments are not what the command takes */
  run(argv: readonly string[], surroundings: Surroundings): Promise<Outcome>;
}

/** A command, its options typed by their table. */
export function defineCommand<const Table extends Options>(definition: Definition<Table>): Command {
  const { name, about, takes, options } = definition;
  const shown = Object.entries<Option>(options).map(([option, { value, about }]) => ({
    option: `--${option}${value ? ` ${value}` : ''}`,
    about,
  }));
  const width = Math.max(0, ...shown.map(({ option }) => option.length));
  return {
    name,
    about,
    usage: [
      name,
      ...takes.map((one) => (one.isOptional ? `[${one.name}]` : one.name)),
      ...shown.map(({ option }) => `[${option}]`),
    ].join(' '),
    details: shown.map(({ option, about }) => `${option.padEnd(width)}  ${about}`),
    async run(argv, surroundings) {
      const { values, positionals } = readArguments(argv, options);
      const missing = takes.slice(positionals.length).find((one) => !one.isOptional);
      if (missing) throw new WrongUse(`"${name}" needs ${missing.what}.`);
      const extra = positionals[takes.length];
      if (extra !== undefined)
        throw new WrongUse(
          `"${name}" takes ${takes.map((one) => one.name).join(' ')} and no more; "${extra}" is too much.`,
        );
      return definition.run(positionals, values as never, surroundings);
    },
  };
}

function readArguments(argv: readonly string[], options: Options) {
  const table = Object.entries<Option>(options).map(([name, { type, multiple, default: given, short }]) => {
    const empty = multiple ? [] : type === 'boolean' ? false : undefined;
    const value = given ?? empty;
    return [
      name,
      {
        type,
        ...(multiple && { multiple }),
        ...(short && { short }),
        ...(value !== undefined && { default: value as string }),
      },
    ] as const;
  });
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: Object.fromEntries(table) });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}
