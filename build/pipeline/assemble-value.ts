/**
 * Puts the JSON and Markdown files of a course together into one value, and finds where each part of it stands.
 * `{ "file": "lessons/one.json" }` anywhere stands for what is in that file. Pure.
 */
import { type Mistake, type Problem, pointerStep, pointerSteps } from '../../src/course/problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { placeIn } from './line-and-column.ts';
import type { CourseFolder } from './read-course.ts';
import { type Node, type ReadText, readText } from './read-text.ts';
import { rememberedOf } from './remembered.ts';

export interface AssembledValue {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Paths of the files that it is put together from. */
  readonly included: ReadonlySet<string>;
  /** A mistake in the value, or in another file of the folder, as a problem at its place. */
  readonly locate: (mistake: Mistake) => Problem;
}

/** A part of a file; the whole where `node` is null. */
interface Part {
  readonly file: string;
  readonly node: Node | null;
}

/** Where a value stands in its file. */
interface Steps {
  readonly file: string;
  readonly steps: readonly (string | number)[];
}

interface Place {
  readonly file: string;
  readonly offset: number;
  /** Behind its last character. */
  readonly end: number;
  /** Pointer within the file. */
  readonly pointer: string;
}

export const courseFile = 'course.json';

/** @param root path of the file to begin with */
export function assembleValue({ name, files }: CourseFolder, root = courseFile): AssembledValue {
  const problems: Problem[] = [];
  const included = new Set<string>();
  const read = (file: string): ReadText =>
    readText(files.get(file) ?? new Uint8Array(), file.endsWith('.json'));
  const isThere = (file: string) => files.has(file) && /\.(json|md)$/.test(file);
  const problemAt = ({ file, offset, end, pointer }: Place, mistake: Omit<Mistake, 'pointer'>): Problem => {
    const { text } = read(file);
    const quoted = mistake.quote === undefined ? -1 : text.indexOf(mistake.quote, offset);
    const isInside = quoted >= 0 && quoted < end;
    return {
      severity: mistake.severity ?? 'error',
      file: `${name}/${file}`,
      ...placeIn(text, isInside ? quoted : offset),
      pointer,
      message: mistake.message,
      hint: mistake.hint,
    };
  };
  const atStart = (file: string, offset = 0): Place => ({ file, offset, end: Infinity, pointer: '' });

  const readFile = (file: string, from: readonly string[]): unknown => {
    // What stands in two places is two things, each of which may be translated otherwise.
    const isSecond = included.has(file);
    included.add(file);
    const { text, value, hasTwins, mistakes } = read(file);
    problems.push(...mistakes.map(({ offset, ...mistake }) => problemAt(atStart(file, offset), mistake)));
    if (mistakes.length > 0) return undefined;
    if (hasTwins)
      problems.push(...twinsIn(read(file).root).map((key) => problemAt(placeOfKey(file, key), twin(key))));
    if (value === undefined) return text.trim();
    return isSecond || includesFiles(read(file)) ? build(value, { file, steps: [] }, from) : value;
  };

  const include = (path: string, at: Steps, from: readonly string[]): unknown => {
    if (from.includes(path)) {
      const message = `"${path}" includes itself: ${[...from, path].join(' → ')}.`;
      problems.push(problemAt(placeAt(at), { message, hint: 'Take one of these inclusions out.' }));
    } else if (!isThere(path)) {
      const known = [...files.keys()].filter(isThere);
      const message = `"${path}" is not a .json or .md file of the course folder.`;
      const hint = didYouMean(path, known) || 'Paths begin at the course folder.';
      problems.push(problemAt(placeAt(at), { message, hint }));
    } else {
      return readFile(path, [...from, path]);
    }
    return undefined;
  };

  /** The same value, what is included put in its place. */
  const build = (value: unknown, { file, steps }: Steps, from: readonly string[]): unknown => {
    const within = (child: unknown, step: string | number) =>
      typeof child === 'object' ? build(child, { file, steps: [...steps, step] }, from) : child;
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    const path = includedBy(value);
    if (path !== null) return include(path, { file, steps }, from);
    // Unlike an assignment, a key "__proto__" is here a key like any other.
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, within(child, key)]));
  };

  const placeAt = ({ file, steps }: Steps): Place => {
    let { root: node } = read(file);
    for (const step of steps) node = childOf(node, String(step)).node ?? null;
    return placeOf({ file, node });
  };

  const placeOf = ({ file, node }: Part): Place =>
    node
      ? { file, offset: node.offset, end: node.offset + node.length, pointer: pointerOf(node) }
      : atStart(file);

  /** What stands there, or the nearest thing around it. */
  const find = (pointer: string): Place => {
    const isKey = pointer.endsWith(keySign);
    const steps = pointerSteps(isKey ? pointer.slice(0, -keySign.length) : pointer);
    let part = entered({ file: root, node: read(root).root });
    for (const [index, step] of steps.entries()) {
      const { key, node } = childOf(part.node, step);
      if (!node) break;
      if (key && isKey && index === steps.length - 1) return placeOfKey(part.file, key);
      part = entered({ file: part.file, node });
    }
    return placeOf(part);
  };

  /** What is in a file, where that stands for it. */
  const entered = (part: Part): Part => {
    const path = part.node && includedByNode(part.node);
    return path !== null && isThere(path) ? entered({ file: path, node: read(path).root }) : part;
  };

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
    return { value: undefined, problems: [problem], included, locate: () => problem };
  }
  const value = readFile(root, [root]);
  return {
    value,
    problems,
    included,
    locate: ({ pointer, file, ...mistake }) =>
      problemAt(file === undefined ? find(pointer) : atStart(file), mistake),
  };
}

/** Of a file that includes none, the value is the same object for as long as the file is the same. */
const includesFiles = rememberedOf(({ value }: ReadText) => hasIncluded(value));

function hasIncluded(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return includedBy(value) !== null || Object.values(value).some(hasIncluded);
}

/** Ends a pointer that means the name of a field and not its value. */
const keySign = '#key';

function placeOfKey(file: string, key: Node): Place {
  return { file, offset: key.offset, end: key.offset, pointer: pointerOf(key) };
}

/** Where a part stands in its file; that of a name is that of its value. */
function pointerOf(node: Node): string {
  const { parent } = node;
  if (!parent) return '';
  if (parent.type === 'property') {
    const around = parent.parent ? pointerOf(parent.parent) : '';
    return around + pointerStep(String(parent.children?.[0]?.value));
  }
  return pointerOf(parent) + pointerStep(parent.children?.indexOf(node) ?? 0);
}

/** The path of the file that an object stands for; null where it is itself. */
function includedBy(value: object): string | null {
  const [key, ...others] = Object.keys(value);
  if (key !== 'file' || others.length > 0) return null;
  const { file } = value as { file: unknown };
  return typeof file === 'string' ? file : null;
}

function includedByNode({ type, children = [] }: Node): string | null {
  if (type !== 'object' || children.length !== 1) return null;
  const [key, value] = children[0]?.children ?? [];
  return includedBy({ [String(key?.value)]: value?.value });
}

/** Keys that stand in an object for the second time, or more. */
function twinsIn(node: Node | null): Node[] {
  const children = node?.children ?? [];
  const keys = node?.type === 'object' ? children.flatMap(({ children }) => children?.[0] ?? []) : [];
  const seen = new Set<unknown>();
  const twins = keys.filter(({ value }) => seen.has(value) || !seen.add(value));
  return [...twins, ...children.flatMap(twinsIn)];
}

function twin({ value }: Node): Omit<Mistake, 'pointer'> {
  return { message: `"${value}" stands here twice.`, hint: 'Keep one of the two.' };
}

function childOf(node: Node | null, step: string): { key?: Node | undefined; node?: Node | undefined } {
  if (node?.type === 'array') return { node: node.children?.[Number(step)] };
  const [key, value] = node?.children?.find(({ children }) => children?.[0]?.value === step)?.children ?? [];
  return { key, node: value };
}
