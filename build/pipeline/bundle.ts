/** One script and one stylesheet for a package, with what its course uses and no more. The one place that knows the bundler. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { Format } from '../../src/formats/format.ts';
import { packageRoot } from '../package-root.ts';
import { type PackageFile, textFile } from './package-file.ts';

/** Names of the types that a course uses. */
export interface UsedTypes {
  readonly blocks: readonly string[];
  readonly questions: readonly string[];
}

// Browsers of the last five years: phones in the field are older than desks.
const target = ['chrome105', 'firefox121', 'safari16'];

export async function bundlePlayer(used: UsedTypes, format: Pick<Format, 'name'>): Promise<PackageFile[]> {
  const script = await run({
    entryPoints: [join(packageRoot, 'src/formats', format.name, 'entry.ts')],
    format: 'iife',
    plugins: [usedModule(used)],
  });
  const style = await run({ stdin: { contents: stylesheet(used), loader: 'css', resolveDir: packageRoot } });
  return [textFile('player.js', script), textFile('player.css', style)];
}

async function run(options: BuildOptions): Promise<string> {
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
function usedModule(used: UsedTypes): Plugin {
  return {
    name: 'coursewright-used',
    setup(context) {
      context.onResolve({ filter: /^coursewright:used$/ }, ({ path }) => ({
        path,
        namespace: 'coursewright',
      }));
      context.onLoad({ filter: /.*/, namespace: 'coursewright' }, () => ({
        contents: usedSource(used),
        loader: 'ts',
        resolveDir: packageRoot,
      }));
    },
  };
}

function usedSource({ blocks, questions }: UsedTypes): string {
  const lively = blocks.filter((type) => existsSync(join(packageRoot, 'src/blocks', type, 'behaviour.ts')));
  const lines = [
    ...lively.map((type, i) => `import { behaviour as block${i} } from './src/blocks/${type}/behaviour.ts';`),
    ...questions.flatMap((type, i) =>
      ['behaviour', 'grade', 'interaction'].map(
        (part) => `import * as ${part}${i} from './src/questions/${type}/${part}.ts';`,
      ),
    ),
    `export const blocks = { ${lively.map((type, i) => `'${type}': block${i}`).join(', ')} };`,
    `export const questions = { ${questions
      .map(
        (type, i) =>
          `'${type}': { ...behaviour${i}, grade: grade${i}.grade, isUnscored: grade${i}.isUnscored, ...interaction${i} }`,
      )
      .join(', ')} };`,
  ];
  return lines.join('\n');
}

function stylesheet({ blocks, questions }: UsedTypes): string {
  const views = [
    ...blocks.map((type) => `src/blocks/${type}/view.css`),
    ...questions.map((type) => `src/questions/${type}/view.css`),
  ].filter((path) => existsSync(join(packageRoot, path)));
  return ['templates/theme/theme.css', ...views].map((path) => `@import "./${path}";`).join('\n');
}
