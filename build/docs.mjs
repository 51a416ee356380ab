/** `npm run docs`: makes the documentation, in dist/docs. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const maker = join(root, 'dist/docs-maker.js');
await build({
  entryPoints: [join(root, 'build/docs/make-docs.ts')],
  outfile: maker,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
const { makeDocs } = await import(maker);
const files = await makeDocs();
await rm(maker);
const target = join(root, 'dist/docs');
await rm(target, { recursive: true, force: true });
for (const { path, content } of files) {
  const file = join(target, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
process.stdout.write(
  `dist/docs/index.html: ${files.filter(({ path }) => path.endsWith('.html')).length} pages.\n`,
);
