/**
 * Puts the JSON and Markdown files of a course together into one value, and remembers where each part of it
 * stands. `{ "file": "lessons/one.json" }` anywhere stands for what is in that file. Pure.
 */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Mistake, type Problem, pointerStep } from '../../src/course/problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { placeIn } from './line-and-column.ts';
import type { CourseFolder } from './read-course.ts';

export interface AssembledValue {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Paths of the files that it is put together from. */
  readonly included: ReadonlySet<string>;
  /** A mistake in the value, or in another file of the folder, as a problem at its place. */
  readonly locate: (mistake: Mistake) => Problem;
}

interface Place {
  readonly file: string;
  readonly offset: number;
  readonly end: number;
  /** Pointer within the file. */
  readonly pointer: string;
}

export const courseFile = 'course.json';

/** @param root path of the file to begin with */
export function assembleValue({ name, files }: CourseFolder, root = courseFile): AssembledValue {
  const problems: Problem[] = [];
  const places = new Map<string, Place>();
  const texts = new Map<string, string>();

  const textOf = (file: string) => {
    const text = texts.get(file) ?? new TextDecoder().decode(files.get(file));
    texts.set(file, text);
    return text;
  };
  const problemAt = (
    place: Omit<Place, 'end'> & { end?: number },
    mistake: Omit<Mistake, 'pointer'>,
  ): Problem => {
    const text = textOf(place.file);
    const quoted = mistake.quote === undefined ? -1 : text.indexOf(mistake.quote, place.offset);
    const isInside = quoted >= 0 && quoted < (place.end ?? text.length);
    return {
      severity: mistake.severity ?? 'error',
      file: `${name}/${place.file}`,
      ...placeIn(text, isInside ? quoted : place.offset),
      pointer: place.pointer,
      message: mistake.message,
      hint: mistake.hint,
    };
  };

  const readFile = (file: string, pointer: string, from: readonly string[]): unknown => {
    const unreadable = encodingMistake(files.get(file));
    if (unreadable) {
      problems.push(problemAt({ file, pointer: '', ...unreadable }, unreadable));
      textOf(file);
      return undefined;
    }
    if (file.endsWith('.md')) {
      places.set(pointer, { file, offset: 0, end: textOf(file).length, pointer: '' });
      return textOf(file).trim();
    }
    const errors: ParseError[] = [];
    const deep = tooDeep(textOf(file));
    if (deep !== null) {
      const message = `this is nested more than ${deepest} levels deep.`;
      problems.push(
        problemAt(
          { file, offset: deep, pointer: '' },
          { message, hint: 'No course needs that: look for brackets that are not closed.' },
        ),
      );
      return undefined;
    }
    const root = parseTree(textOf(file), errors, { disallowComments: true, allowTrailingComma: false });
    for (const { error, offset } of errors)
      problems.push(problemAt({ file, offset, pointer: '' }, syntaxMistake(printParseErrorCode(error))));
    return root && errors.length === 0 ? build(root, file, pointer, '', from) : undefined;
  };

  const include = (path: string, place: Place, pointer: string, from: readonly string[]): unknown => {
    if (from.includes(path)) {
      const message = `"${path}" includes itself: ${[...from, path].join(' → ')}.`;
      problems.push(problemAt(place, { message, hint: 'Take one of these inclusions out.' }));
    } else if (!files.has(path) || !/\.(json|md)$/.test(path)) {
      const known = [...files.keys()].filter((one) => /\.(json|md)$/.test(one));
      const message = `"${path}" is not a .json or .md file of the course folder.`;
      problems.push(
        problemAt(place, { message, hint: didYouMean(path, known) || 'Paths begin at the course folder.' }),
      );
    } else {
      return readFile(path, pointer, [...from, path]);
    }
    return undefined;
  };

  const build = (
    node: Node,
    file: string,
    pointer: string,
    inFile: string,
    from: readonly string[],
  ): unknown => {
    const place = { file, offset: node.offset, end: node.offset + node.length, pointer: inFile };
    places.set(pointer, place);
    if (node.type === 'array')
      return (node.children ?? []).map((child, index) =>
        build(child, file, pointer + pointerStep(index), inFile + pointerStep(index), from),
      );
    if (node.type !== 'object') return node.value;
    const object: Record<string, unknown> = {};
    for (const property of node.children ?? []) {
      const [key, child] = property.children ?? [];
      if (!key || !child) continue;
      const step = pointerStep(key.value);
      if (Object.hasOwn(object, key.value)) {
        const message = `"${key.value}" stands here twice.`;
        const at = { file, offset: key.offset, pointer: inFile + step };
        problems.push(problemAt(at, { message, hint: 'Keep one of the two.' }));
      }
      const value = build(child, file, pointer + step, inFile + step, from);
      Object.defineProperty(object, key.value, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      places.set(`${pointer}${step}#key`, {
        file,
        offset: key.offset,
        end: key.offset,
        pointer: inFile + step,
      });
    }
    const isInclusion = typeof object.file === 'string' && Object.keys(object).length === 1;
    return isInclusion ? include(object.file as string, place, pointer, from) : object;
  };

  const nowhere: Place = { file: root, offset: 0, end: 0, pointer: '' };
  if (!files.has(root)) {
    const message = `there is no ${root} in this folder.`;
    const hint = 'A course folder holds a course.json; name the folder, not the file.';
    const problem: Problem = {
      severity: 'error',
      file: name,
      line: 1,
      column: 1,
      pointer: '',
      message,
      hint,
    };
    return { value: undefined, problems: [problem], included: new Set(), locate: () => problem };
  }
  const value = readFile(root, '', [root]);
  return {
    value,
    problems,
    included: new Set(texts.keys()),
    locate: ({ pointer, file, ...mistake }) =>
      file === undefined
        ? problemAt(placeOf(places, pointer) ?? nowhere, mistake)
        : problemAt({ file, offset: 0, end: 0, pointer: '' }, mistake),
  };
}

/** A file that is not UTF-8, and where its text stops being that; null where it is. */
function encodingMistake(
  content: Uint8Array | undefined,
): { offset: number; message: string; hint: string } | null {
  const bytes = content ?? new Uint8Array();
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

/** Where a text opens more brackets than it may; null where it does not. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return index;
  }
  return null;
}

/** The place of a pointer, or of the nearest thing around it that is there. */
function placeOf(places: ReadonlyMap<string, Place>, pointer: string): Place | undefined {
  for (let near = pointer; ; near = near.slice(0, near.lastIndexOf('/'))) {
    const place = places.get(near);
    if (place) return place;
    if (near === '') return undefined;
  }
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
