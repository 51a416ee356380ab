/** The texts of the tool's own templates: from its folders, or as `npm run compile` has taken them along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/formats/format.ts';
import { loadShipped, packageRoot } from '../package-root.ts';

/** The text of every template, by name. */
export type TemplateSources = ReadonlyMap<string, string>;

/** The texts of a format's manifest and of its metadata. */
export interface ManifestTemplates {
  readonly manifest: string;
  readonly metadata: string;
}

/**
 * The views of all types, the templates of the player, and the icons (`icon/note`).
 * @param documents folders in templates/ whose templates stand over the player's, the last over all: a document shows
 *   a block by the block's own view, and what is around it by its own
 */
export function readTemplates(...documents: readonly string[]): TemplateSources {
  const key = documents.join(' ');
  const sources = read.get(key) ?? readTogether(documents);
  read.set(key, sources);
  return sources;
}

/** The tool's own files stay as they are while it runs. */
const read = new Map<string, TemplateSources>();

function readTogether(documents: readonly string[]): TemplateSources {
  return new Map([
    ...['player', ...documents].flatMap((name) => sourcesIn(`templates/${name}`, '.hbs')),
    ...sourcesIn('templates/icons', '.svg').map(([name, text]) => [`icon/${name}`, text.trim()] as const),
    ...viewsOf('block'),
    ...viewsOf('question'),
  ]);
}

type NamedSource = readonly [name: string, source: string];

function sourcesIn(folder: string, ending: string): NamedSource[] {
  const names = namesIn(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => [name.slice(0, -ending.length), textOf(`${folder}/${name}`)]);
}

function viewsOf(kind: 'block' | 'question'): NamedSource[] {
  const types = namesIn(`src/${kind}s`).filter((name) => !name.includes('.'));
  return types.map((type) => [`${kind}/${type}`, textOf(`src/${kind}s/${type}/view.hbs`)]);
}

export function readManifestTemplates({ template, metadata }: Manifest): ManifestTemplates {
  return { manifest: textOf(template), metadata: metadata ? textOf(metadata.template) : '' };
}

/** Texts by their paths from the root. A tool that runs from its sources reads them anew in each process. */
type Texts = Readonly<Record<string, string>>;

const taken: Texts | null =
  import.meta.toolHash === undefined ? null : (loadShipped('template-sources.json') as Texts | null);

function textOf(path: string): string {
  return taken?.[path] ?? readFileSync(join(packageRoot, path), 'utf8');
}

function namesIn(folder: string): string[] {
  if (!taken) return readdirSync(join(packageRoot, folder)).sort();
  const inside = Object.keys(taken).filter((path) => path.startsWith(`${folder}/`));
  return [...new Set(inside.map((path) => path.slice(folder.length + 1).replace(/\/.*/, '')))].sort();
}
