/** Where this tool's own files lie, whether it runs from its sources or compiled in dist/tool. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, 'imsmanifest.template.xml')) ? folder : findRoot(dirname(folder));
}

/** A module that `npm run compile` has made; null where it was not run. */
export function loadShipped(name: string): unknown {
  const path = join(packageRoot, 'dist/tool', name);
  return existsSync(path) ? createRequire(import.meta.url)(path) : null;
}
