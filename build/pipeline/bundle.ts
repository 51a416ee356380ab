/** One script and one style for a package, with what its course uses and no more. The one place that knows the bundler. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { Format } from '../../src/formats/format.ts';
import type { CourseActivities } from '../../src/formats/xapi/activities.ts';
import type { ToolWords } from '../../src/locales/word.ts';
import type { Cache } from '../cache/cache.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { packageRoot } from '../package-root.ts';
import { inlineTokens } from './inline-tokens.ts';
import { type PackageFile, textFile } from './package-file.ts';
import type { PlayerConstants } from './player-constants.ts';
import type { CourseFolder } from './read-course.ts';
import type { UsedTypes } from './used-types.ts';
import { withoutAxios } from './without-axios.ts';

// Browsers of the last five years: phones in the field are older than desks.
const target = ['chrome105', 'firefox121', 'safari16'];

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
  const before = bundled.get(key) ?? (await cache.recall('bundle', key));
  const value = (before as Value | null) ?? (await make());
  bundled.set(key, value);
  const oldest = bundled.keys().next().value;
  if (bundled.size > mostBundles && oldest !== undefined) bundled.delete(oldest);
  if (!before) await cache.keep('bundle', key, value);
  return value;
}

/** What was bundled last. */
const bundled = new Map<string, unknown>();
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
    return textFile(path, await run({ entryPoints, format: 'iife', define, plugins }));
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
    run({
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
    run({ entryPoints: [join(packageRoot, path)], format: 'iife' }),
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
  return run({
    entryPoints: [join(packageRoot, 'src/formats/web/worker.ts')],
    format: 'iife',
    define,
  });
}

/** A program of its own: it is loaded when there is something to bundle. */
const bundler = () => import('esbuild');

/** Starts the bundler, while something else is done: whoever bundles next need not wait for it. */
export function warmBundler(): void {
  bundler()
    .then(({ transform }) => transform(''))
    .catch(() => {});
}

async function run(options: BuildOptions): Promise<string> {
  const { build } = await bundler();
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    absWorkingDir: packageRoot,
    target,
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

/** `coursewright:used`: the behaviours and the logic of the types in the course. */
function usedModule(used: UsedTypes, folder: CourseFolder): Plugin {
  return {
    name: 'coursewright-used',
    setup(context) {
      context.onResolve({ filter: /^coursewright:used$/ }, ({ path }) => ({
        path,
        namespace: 'coursewright',
      }));
      context.onLoad({ filter: /.*/, namespace: 'coursewright' }, () => ({
        contents: usedSource(used, folder),
        loader: 'ts',
        resolveDir: packageRoot,
      }));
    },
  };
}

/** `coursewright:activities`: the names of the course's activities, for statements. */
function activitiesModule(activities: CourseActivities | null): Plugin {
  return {
    name: 'coursewright-activities',
    setup(context) {
      const namespace = 'coursewright-activities';
      context.onResolve({ filter: /^coursewright:activities$/ }, ({ path }) => ({ path, namespace }));
      context.onLoad({ filter: /.*/, namespace }, () => ({
        contents: `export const activities = ${JSON.stringify(activities)};`,
        loader: 'js',
      }));
    },
  };
}

/** `coursewright:theme`: what style sheets go by. */
function themeSheet(contents: string): Plugin {
  return {
    name: 'coursewright-theme',
    setup(context) {
      const namespace = 'coursewright-theme';
      context.onResolve({ filter: /^coursewright:theme$/ }, ({ path }) => ({ path, namespace }));
      context.onLoad({ filter: /.*/, namespace }, () => ({
        contents,
        loader: 'css',
        resolveDir: packageRoot,
      }));
    },
  };
}

/** Files of the course folder, as `course:blocks/…`: read already, and nothing else of the disk is in reach from there. */
function courseModules({ files }: CourseFolder): Plugin {
  return {
    name: 'coursewright-course',
    setup(context) {
      context.onResolve({ filter: /^course:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'course' }));
      context.onResolve({ filter: /.*/, namespace: 'course' }, ({ path, importer }) => {
        const wanted = posix.join(posix.dirname(importer), path);
        const found = [wanted, `${wanted}.ts`, `${wanted}.js`].find((one) => files.has(one));
        if (path.startsWith('.') && found) return { path: found, namespace: 'course' };
        return { errors: [{ text: `"${path}" is not a file of the course folder` }] };
      });
      context.onLoad({ filter: /.*/, namespace: 'course' }, ({ path }) => ({
        contents: files.get(path) ?? '',
        loader: path.endsWith('.css') ? 'css' : path.endsWith('.ts') ? 'ts' : 'js',
      }));
    },
  };
}

/** Where a part of a block type is: ours in src/blocks, the course's own in its folder. */
function blockPart(type: string, parts: readonly string[], { files }: CourseFolder): string | undefined {
  return parts.flatMap((part) => {
    if (existsSync(join(packageRoot, 'src/blocks', type, part))) return [`./src/blocks/${type}/${part}`];
    return files.has(`blocks/${type}/${part}`) ? [`course:blocks/${type}/${part}`] : [];
  })[0];
}

function usedSource({ blocks, questions }: UsedTypes, folder: CourseFolder): string {
  const lively = blocks.flatMap((type) => {
    const path = blockPart(type, ['behaviour.ts', 'behaviour.js'], folder);
    return path ? [{ type, path }] : [];
  });
  const lines = [
    ...lively.map(({ path }, i) => `import { behaviour as block${i} } from '${path}';`),
    ...questions.flatMap((type, i) =>
      ['behaviour', 'grade', 'interaction'].map(
        (part) => `import * as ${part}${i} from './src/questions/${type}/${part}.ts';`,
      ),
    ),
    `export const blocks = { ${lively.map(({ type }, i) => `'${type}': block${i}`).join(', ')} };`,
    `export const questions = { ${questions
      .map(
        (type, i) =>
          `'${type}': { ...behaviour${i}, grade: grade${i}.grade, isUnscored: grade${i}.isUnscored, ...interaction${i} }`,
      )
      .join(', ')} };`,
  ];
  if (questions.length > 0) lines.push(`export { connectQuestions } from './src/player/questions.ts';`);
  else lines.push('export const connectQuestions = undefined;');
  return lines.join('\n');
}

const toolSheets = [
  './templates/theme/tokens.css',
  './templates/theme/tools.css',
  './templates/certificate/certificate.css',
];

function playerSheets(
  { questions, hasLessons }: UsedTypes,
  { isFree, speaksSeveral }: PlayerConstants,
): string[] {
  const asking =
    questions.length > 0 ? ['./templates/theme/question.css', './templates/theme/assessment.css'] : [];
  const lessons = hasLessons ? ['./templates/theme/lessons.css'] : [];
  const locks = isFree ? [] : ['./templates/theme/locks.css'];
  const languages = speaksSeveral ? ['./templates/theme/languages.css'] : [];
  return ['./templates/theme/theme.css', ...asking, ...lessons, ...locks, ...languages];
}

function viewSheets({ blocks, questions }: UsedTypes, folder: CourseFolder): string[] {
  const ofBlocks = blocks.map((type) => blockPart(type, ['view.css'], folder));
  const ofQuestions = questions.map((type) => `./src/questions/${type}/view.css`);
  return [...ofBlocks, ...ofQuestions].filter((path) => path !== undefined);
}
