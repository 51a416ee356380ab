/** A course with a page for each block and question type, made of their examples: what the documentation shows live. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blockTypes } from '../../src/blocks/index.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { packageRoot } from '../package-root.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';

export type Kind = 'block' | 'question';

/** The page of the example course that shows a type. */
export const examplePage = (kind: Kind, type: string) => `${kind}-${type}`;

type Example = Readonly<Record<string, unknown>>;

/** The example of a type, as it lies in its folder. */
export async function exampleOf(kind: Kind, type: string): Promise<string> {
  return readFile(join(packageRoot, `src/${kind}s`, type, 'example.json'), 'utf8');
}

/** @param media the files that examples name, by path */
export async function exampleCourse(media: ReadonlyMap<string, Uint8Array>): Promise<CourseFolder> {
  const lesson = async (kind: Kind, types: readonly string[], title: string) => ({
    id: `${kind}s`,
    title,
    pages: await Promise.all(types.map((type) => pageOf(kind, type))),
  });
  const course = {
    id: 'examples',
    title: 'Examples',
    description: 'Every block and question type of Coursewright.',
    language: 'en',
    version: '1.0.0',
    aim: 'To show every block and question type.',
    outcomes: [{ id: 'safe-start', text: 'Start the pump safely.' }],
    references: [{ id: 'manual', title: 'Pump manual' }],
    completion: { pages: 100 },
    lessons: [
      await lesson('block', Object.keys(blockTypes), 'Blocks'),
      await lesson('question', Object.keys(questionTypes), 'Questions'),
    ],
  };
  const files = new Map(media);
  files.set('course.json', new TextEncoder().encode(JSON.stringify(course)));
  return { name: 'examples', files };
}

async function pageOf(kind: Kind, type: string) {
  const example: Example = JSON.parse(await exampleOf(kind, type));
  const block =
    kind === 'block'
      ? { ...example, ...('id' in example && { id: `example-${type}` }), ...inBlock(example, type) }
      : { type: 'knowledge-check', question: asked(example, type) };
  return { id: examplePage(kind, type), title: type, minutes: 1, outcomes: ['safe-start'], blocks: [block] };
}

/** A question that stands in a block: its id is the course's, so it is asked in one place only. */
function inBlock({ question }: Example, type: string) {
  return typeof question === 'object' && question !== null
    ? { question: asked(question as Example, `in-${type}`) }
    : {};
}

function asked(question: Example, name: string) {
  const { taughtOn: _, ...rest } = question;
  return { ...rest, id: `q-${name}` };
}
