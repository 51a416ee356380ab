/** Where this tool's own files lie, whether it runs from its sources or compiled in dist/tool. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, 'imsmanifest.template.xml')) ? folder : findRoot(dirname(folder));
}
