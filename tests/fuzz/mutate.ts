/** Makes mistakes in a course as people, editors and disks do: by a seed, so that each can be made again. */
import type { CourseFolder } from '../../build/pipeline/read-course.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Values that stand where nobody expects them. */
const oddities: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, '', ' ', '\u0000', '\uD800', 'a'.repeat(5000)],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    'media/',
    '#',
    '[](',
    '<script>',
    '{{',
    '\n\n',
  ],
  ...[
    '[a](#a)',
    '![a](b)',
    '**a**',
    '*'.repeat(400),
    '['.repeat(400),
    '> '.repeat(200),
    '\u202E',
    '999.999.999',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { file: 'course.json' },
    { file: '' },
    { file: 7 },
    { type: 'text' },
    { type: null },
  ],
  ...[
    { id: 'a', text: 'a' },
    { __proto__: null, type: 'scenario' },
  ],
];

type Tree = Record<string, unknown> | unknown[];
type Spot = { readonly parent: Tree; readonly key: string };

function spotsOf(value: unknown, spots: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return spots;
  for (const key of Object.keys(value)) {
    spots.push({ parent: value as Tree, key });
    spotsOf((value as Record<string, unknown>)[key], spots);
  }
  return spots;
}

const get = ({ parent, key }: Spot) => (parent as Record<string, unknown>)[key];
const set = ({ parent, key }: Spot, value: unknown) =>
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });

/** Changes of a value: what authors and programs get wrong. */
const ofValues: readonly ((random: Random, spot: Spot, all: readonly Spot[]) => void)[] = [
  (_, { parent, key }) => void (Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key]),
  (random, spot) => set(spot, pick(random, oddities)),
  (random, spot, all) => set(spot, structuredClone(get(pick(random, all)))),
  (random, spot, all) => {
    const other = pick(random, all);
    const [one, two] = [structuredClone(get(spot)), structuredClone(get(other))];
    set(other, one);
    set(spot, two);
  },
  (_, spot) => {
    const value = get(spot);
    if (typeof value === 'string') set(spot, value.toUpperCase().slice(1));
    else if (typeof value === 'number') set(spot, String(value));
    else if (typeof value === 'boolean') set(spot, !value);
    else set(spot, [value]);
  },
  (random, { parent }, all) => {
    if (Array.isArray(parent)) parent.push(structuredClone(get(pick(random, all))));
    else
      set(
        { parent, key: pick(random, ['typ', 'Id', 'file', '', '__proto__', 'a/b~c']) },
        pick(random, oddities),
      );
  },
  (random, spot) => {
    const value = get(spot);
    if (typeof value !== 'string') return;
    const at = Math.floor(random() * value.length);
    set(spot, value.slice(0, at) + String(pick(random, oddities)) + value.slice(at));
  },
];

/** Changes of a text: what editors, merges and disks get wrong. */
const ofTexts: readonly ((random: Random, text: string) => string)[] = [
  (random, text) => text.slice(0, Math.floor(random() * text.length)),
  (random, text) => text.slice(Math.floor(random() * text.length)),
  (random, text) => {
    const at = Math.floor(random() * text.length);
    return (
      text.slice(0, at) +
      pick(random, ['"', ',', '{', '}', '[', ']', '\\', ':', '\u0000', '\uFEFF', '//']) +
      text.slice(at)
    );
  },
  (random, text) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 20));
  },
  (_, text) => `<<<<<<< HEAD\n${text}=======\n`,
  () => '',
  () => '[]',
  () => 'null',
  () => '['.repeat(20_000),
];

/** The folder with one to three mistakes in it. */
export function mutate(folder: CourseFolder, seed: number): CourseFolder {
  const random = randomBy(seed);
  const files = new Map(folder.files);
  for (let left = 1 + Math.floor(random() * 3); left > 0 && files.size > 0; left--) {
    const path =
      pick(
        random,
        [...files.keys()].filter((one) => random() < 0.3 || one.endsWith('.json')),
      ) ?? 'course.json';
    const text = new TextDecoder().decode(files.get(path));
    const way = random();
    if (way < 0.03) files.delete(path);
    else if (way < 0.06)
      files.set(
        path,
        Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256)),
      );
    else if (way < 0.25 || !path.endsWith('.json'))
      files.set(path, encode(pick(random, ofTexts)(random, text)));
    else files.set(path, encode(mutateJson(random, text)));
  }
  return { name: folder.name, files };
}

function mutateJson(random: Random, text: string): string {
  try {
    const value = { root: JSON.parse(text) };
    const spots = spotsOf(value);
    if (spots.length > 0) pick(random, ofValues)(random, pick(random, spots), spots);
    return JSON.stringify(value.root, null, 2) ?? '';
  } catch {
    return text;
  }
}

const encode = (text: string) => new TextEncoder().encode(text);
