/** A JSON or Markdown file of a course, read: its text, and where each part of its JSON stands. Pure. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Mistake } from '../../src/course/problem.ts';

export type { Node } from 'jsonc-parser';

export interface ReadText {
  readonly text: string;
  /** What its JSON says; undefined where it is none, or where it has mistakes. */
  readonly value: unknown;
  /** Where each part of its JSON stands; null where it is none. Worked out when it is asked for. */
  readonly root: Node | null;
  /** Whether an object in it has a key twice: the value holds the last of them. */
  readonly hasTwins: boolean;
  /** What keeps it from being read. */
  readonly mistakes: readonly Misreading[];
}

type Misreading = Omit<Mistake, 'pointer'> & { readonly offset: number };

/** A file is read once, for as long as it stays in memory. @param isJson else it is text, and has no tree */
export function readText(content: Uint8Array, isJson: boolean): ReadText {
  const known = read.get(content);
  if (known) return known;
  const made = readAnew(content, isJson);
  read.set(content, made);
  return made;
}

const read = new WeakMap<Uint8Array, ReadText>();

function readAnew(content: Uint8Array, isJson: boolean): ReadText {
  const text = new TextDecoder().decode(content);
  const unread = (...mistakes: Misreading[]): ReadText => {
    return { text, value: undefined, root: null, hasTwins: false, mistakes };
  };
  const unreadable = encodingMistake(content);
  if (unreadable) return unread(unreadable);
  if (!isJson) return unread();
  const { deep, keys } = shapeOfJson(text);
  if (deep !== null)
    return unread({
      offset: deep,
      message: `this is nested more than ${deepest} levels deep.`,
      hint: 'No course needs that: look for brackets that are not closed.',
    });
  const errors: ParseError[] = [];
  const parse = () => parseTree(text, errors, { disallowComments: true, allowTrailingComma: false }) ?? null;
  const value = parsed(text);
  if (value === undefined) {
    parse();
    return unread(
      ...errors.map(({ error, offset }) => ({ offset, ...syntaxMistake(printParseErrorCode(error)) })),
    );
  }
  let root: Node | null | undefined;
  return {
    text,
    value,
    get root() {
      root ??= parse();
      return root;
    },
    hasTwins: keysIn(value) < keys,
    mistakes: [],
  };
}

/** What a text says by the engine's own reader, which is ten times as fast as one that tells places; undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, one) => sum + keysIn(one), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** A file that is not UTF-8, and where its text stops being that; null where it is. */
function encodingMistake(bytes: Uint8Array): Misreading | null {
  const hint = 'Save it as UTF-8: editors ask for the encoding when they save.';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { offset: 0, message: 'this file is UTF-16.', hint };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    // The first character that cannot be read is told: U+FFFD stands for it.
    const offset = new TextDecoder().decode(bytes).indexOf('\uFFFD');
    return { offset: Math.max(0, offset), message: 'this character is not UTF-8.', hint };
  }
}

/** Levels that a reader of JSON can go down without running out of stack. */
const deepest = 200;

/** @returns where a text opens more brackets than it may, null where it does not; and how many keys it has */
function shapeOfJson(text: string): { deep: number | null; keys: number } {
  let depth = 0;
  let keys = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{]|[\]}]|:/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === ':') keys += 1;
    if (depth > deepest) return { deep: index, keys };
  }
  return { deep: null, keys };
}

const syntaxHints: Readonly<Record<string, string>> = {
  CommaExpected: 'Put a comma between this and what stands before it.',
  ColonExpected: 'Put a colon between the name and its value.',
  PropertyNameExpected: 'Put a name in double quotes here, or take the comma before it away.',
  ValueExpected: 'Put a value here, or take the comma before it away.',
  CloseBraceExpected: 'A { further up lacks its }.',
  CloseBracketExpected: 'A [ further up lacks its ].',
  UnexpectedEndOfString: 'Close the string with a double quote; a line break in a text is written \\n.',
  InvalidCharacter: 'A line break in a text is written \\n, a tab \\t.',
  InvalidEscapeCharacter: 'After a backslash JSON allows " \\ / b f n r t and uXXXX.',
  InvalidCommentToken: 'JSON has no comments; notes for trainers go into "notes".',
  EndOfFileExpected: 'The value has ended already: take away what follows.',
};

function syntaxMistake(code: string): Omit<Mistake, 'pointer'> {
  const words = code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return {
    message: `this is not JSON: ${words}.`,
    hint: syntaxHints[code] ?? 'Compare with the JSON around it.',
  };
}
