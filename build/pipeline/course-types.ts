/**
 * The block and question types that a course may use: ours, and those it brings in its own folder `blocks/`, built
 * like ours: `blocks/<type>/` with schema.json and view.hbs, and view.css and behaviour.ts (or .js) where it wants.
 */
import { blockTypes } from '../../src/blocks/index.ts';
import { type BlockType, blockSchema } from '../../src/course/block.ts';
import type { Course } from '../../src/course/course.ts';
import type { Types } from '../../src/course/fields.ts';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Mistake, Problem } from '../../src/course/problem.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { assembleValue } from './assemble-value.ts';
import { checkOwnSchema } from './check-schema.ts';
import type { CourseFolder } from './read-course.ts';
import { templateMistake } from './templates.ts';

export type CourseTypes = Types<BlockType>;

/** A course together with the types that it may use. */
export interface TypedCourse {
  readonly course: Course;
  readonly types: CourseTypes;
  /** As its file says it, without what the course has added since. */
  readonly ledger: Ledger;
  /** What its text may link to and its document does not hold: ids, each with the title of its lesson. */
  readonly elsewhere?: ReadonlyMap<string, string>;
}

const builtIn: CourseTypes = { block: blockTypes, question: questionTypes };

/** What an author writes into schema.json of a block type. */
interface OwnSchema {
  readonly description: string;
  readonly properties: Readonly<Record<string, never>>;
  readonly required?: readonly string[];
  readonly keepsText?: number;
}

export function courseTypes(folder: CourseFolder): { types: CourseTypes; problems: readonly Problem[] } {
  const names = ownTypeNames(folder);
  // The same object for every course without types of its own: its schema is compiled once.
  if (names.length === 0) return { types: builtIn, problems: [] };
  const read = names.map((name) => readOwnType(folder, name));
  const own = Object.fromEntries(read.flatMap(({ name, type }) => (type ? [[name, type]] : [])));
  return {
    types: { block: { ...own, ...blockTypes }, question: questionTypes },
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Names of the folders in `blocks/` of the course. */
function ownTypeNames({ files }: CourseFolder): string[] {
  const names = [...files.keys()].map((path) => /^blocks\/([^/]+)\/./.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

function readOwnType(
  folder: CourseFolder,
  name: string,
): { name: string; type?: BlockType; problems: readonly Problem[] } {
  const path = (file: string) => `blocks/${name}/${file}`;
  const at = (file: string, mistake: Omit<Mistake, 'pointer'>, line = 1): Problem => ({
    severity: 'error',
    file: `${folder.name}/${path(file)}`,
    line,
    column: 1,
    pointer: '',
    message: mistake.message,
    hint: mistake.hint,
  });
  const missing = ['schema.json', 'view.hbs'].filter((file) => !folder.files.has(path(file)));
  if (missing.length > 0)
    return {
      name,
      problems: missing.map((file) =>
        at(file, {
          message: 'this file is missing.',
          hint: `The block type "${name}" needs schema.json and view.hbs.`,
        }),
      ),
    };
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name) || Object.hasOwn(blockTypes, name))
    return {
      name,
      problems: [
        at('schema.json', {
          message: `"${name}" cannot be the name of a block type of the course.`,
          hint: 'Name its folder in small letters, digits and hyphens, and not like one of ours.',
        }),
      ],
    };
  const view = new TextDecoder().decode(folder.files.get(path('view.hbs')));
  const inView = templateMistake(view);
  const { value, problems, locate } = assembleValue(folder, path('schema.json'));
  const inSchema = problems.length > 0 ? problems : checkOwnSchema(value).map(locate);
  const all = [...inSchema, ...(inView ? [at('view.hbs', inView, inView.line)] : [])];
  return all.length > 0
    ? { name, problems: all }
    : { name, type: ownType(name, value as OwnSchema), problems: [] };
}

function ownType(name: string, { description, properties, required = [], keepsText }: OwnSchema): BlockType {
  const needed = keepsText === undefined ? required : [...new Set([...required, 'id'])];
  const schema = blockSchema(name, description, properties, needed);
  return { schema, ...(keepsText !== undefined && { text: () => keepsText }) };
}

/** The views of the course's own block types, as templates by name. */
export function ownViews({ files }: CourseFolder): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap(([path, content]) => {
      const name = /^blocks\/([^/]+)\/view\.hbs$/.exec(path)?.[1];
      return name === undefined ? [] : [[`block/${name}`, new TextDecoder().decode(content)]];
    }),
  );
}
