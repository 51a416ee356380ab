/** One script and one style for a package, with what its course uses and no more. */
import { join } from 'node:path';
import type { Format } from '../../src/formats/format.ts';
import type { CourseActivities } from '../../src/formats/xapi/activities.ts';
import type { ToolWords } from '../../src/locales/word.ts';
import type { Cache } from '../cache/cache.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { packageRoot } from '../package-root.ts';
import { activitiesModule, courseModules, themeSheet, usedModule } from './bundled-modules.ts';
import { playerSheets, toolSheets, viewSheets } from './bundled-sheets.ts';
import { bundled } from './bundler.ts';
import { inlineTokens } from './inline-tokens.ts';
import { type PackageFile, textFile } from './package-file.ts';
import type { PlayerConstants } from './player-constants.ts';
import type { CourseFolder } from './read-course.ts';
import type { UsedTypes } from './used-types.ts';
import { withoutAxios } from './without-axios.ts';

export interface PlayerLook {
  readonly screen: string;
  readonly certificate: string;
}

export interface PlayerBundle {
  /** The stylesheet. It stands in the document: on a slow line a file of its own would cost another answer's wait. */
  readonly style: string;
  readonly scripts: readonly PackageFile[];
  /** What is fetched when it is first used, with its words and its stylesheet. */
  readonly tools: readonly PackageFile[];
}

/**
 * @param words      what the tools say
 * @param activities for formats that make statements; null where the course has no IRI
 * @param folder     the course folder: block types of its own are taken from there
 * @param look       the course's theme as CSS, and that of its certificate, which is paper
 */
export function bundlePlayer(
  used: UsedTypes,
  constants: PlayerConstants,
  words: ToolWords,
  activities: CourseActivities | null,
  format: Pick<Format, 'entry' | 'parts'>,
  folder: CourseFolder,
  look: PlayerLook,
  cache: Cache,
): Promise<PlayerBundle> {
  const made = [used, constants, words, activities, format.entry, format.parts, look, ownBlocks(folder)];
  return once(cache, JSON.stringify(['player', ...made]), () =>
    bundleAnew(used, constants, words, activities, format, folder, look),
  );
}

/** An edit of a text bundles nothing, nor does the next course that uses the same types. */
async function once<Value>(cache: Cache, key: string, make: () => Promise<Value>): Promise<Value> {
  const before = known.get(key) ?? (await cache.recall('bundle', key));
  const value = (before as Value | null) ?? (await make());
  known.set(key, value);
  const oldest = known.keys().next().value;
  if (known.size > mostBundles && oldest !== undefined) known.delete(oldest);
  if (!before) await cache.keep('bundle', key, value);
  return value;
}

/** What was bundled last. */
const known = new Map<string, unknown>();
const mostBundles = 40;

function ownBlocks({ files }: CourseFolder): readonly (readonly [path: string, fingerprint: string])[] {
  const own = [...files].filter(([path]) => path.startsWith('blocks/'));
  return own.map(([path, content]) => [path, fingerprintOf(content)] as const);
}

async function bundleAnew(
  used: UsedTypes,
  constants: PlayerConstants,
  words: ToolWords,
  activities: CourseActivities | null,
  { entry, parts = [] }: Pick<Format, 'entry' | 'parts'>,
  folder: CourseFolder,
  look: PlayerLook,
): Promise<PlayerBundle> {
  const plugins = [
    usedModule(used, folder),
    activitiesModule(activities),
    withoutAxios,
    courseModules(folder),
  ];
  const lrs = activities?.lrs;
  const define = {
    ...Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [`import.meta.${name}`, String(value)]),
    ),
    'import.meta.lrsBesides': lrs ? JSON.stringify(lrs.endpoint ? 'course' : 'launch') : 'undefined',
    'import.meta.toolWords': JSON.stringify(words),
  };
  const script = async (path: string, source: string) => {
    const entryPoints = [join(packageRoot, 'src', source)];
    return textFile(path, await bundled({ entryPoints, format: 'iife', define, plugins }));
  };
  const scripts = [
    script('player.js', `formats/${entry}/entry.ts`),
    ...parts.map((part) => script(`tracker-${part}.js`, `formats/${entry}/${part}.part.ts`)),
    ...(lrs ? [script('tracker-lrs.js', 'formats/xapi/lrs.part.ts')] : []),
  ];
  const noTypes: UsedTypes = { blocks: [], questions: [], hasLessons: false };
  const [style, toolStyle, tools, ...made] = await Promise.all([
    styleAnew(look.screen, playerSheets(used, constants), used, folder, []),
    styleAnew(`${look.screen}\n${look.certificate}`, toolSheets, noTypes, folder, []),
    script('tools.js', 'player/tools/entry.ts'),
    ...scripts,
  ]);
  return { style, scripts: made, tools: [tools, textFile('tools.css', toolStyle)] };
}

/**
 * One stylesheet of a theme, some sheets of our own, and those of the types that a course uses.
 * @param theme  custom properties and fonts, as CSS
 * @param sheets paths from the root
 * @param over   sheets that come last and have the last word
 */
export function bundleStyle(
  theme: string,
  sheets: readonly string[],
  used: UsedTypes,
  folder: CourseFolder,
  over: readonly string[],
  cache: Cache,
): Promise<string> {
  const key = JSON.stringify(['style', theme, sheets, used, over, ownBlocks(folder)]);
  return once(cache, key, () => styleAnew(theme, sheets, used, folder, over));
}

async function styleAnew(
  theme: string,
  sheets: readonly string[],
  used: UsedTypes,
  folder: CourseFolder,
  over: readonly string[],
): Promise<string> {
  const contents = ['coursewright:theme', ...sheets, ...viewSheets(used, folder), ...over]
    .map((path) => `@import "${path}";`)
    .join('\n');
  const bundle = (contents: string) =>
    bundled({
      stdin: { contents, loader: 'css', resolveDir: packageRoot },
      // Licences of fonts.
      legalComments: 'inline',
      external: ['*.woff2'],
      plugins: [courseModules(folder), themeSheet(theme)],
    });
  return bundle(inlineTokens(await bundle(contents)));
}

/** A script of our own in one piece. @param path from the root */
export function bundleScript(path: string, cache: Cache): Promise<string> {
  return once(cache, JSON.stringify(['script', path]), () =>
    bundled({ entryPoints: [join(packageRoot, path)], format: 'iife' }),
  );
}

/** What the builder tells the service worker of a web course. */
export interface WorkerFacts {
  readonly courseFiles: readonly string[];
  readonly cacheName: string;
  readonly cachePrefix: string;
}

export function bundleWorker(facts: WorkerFacts): Promise<string> {
  const define = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return bundled({
    entryPoints: [join(packageRoot, 'src/formats/web/worker.ts')],
    format: 'iife',
    define,
  });
}
