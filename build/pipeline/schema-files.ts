/** The control documents of a standard, which lie in every package of it. `npm run compile` takes them from the package that publishes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Format } from '../../src/formats/format.ts';
import { packageRoot } from '../package-root.ts';
import type { PackageFile } from './package-file.ts';

export function schemaFiles({ schemas: edition }: Pick<Format, 'schemas'>): readonly PackageFile[] {
  if (edition === null) return [];
  const known = published.get(edition);
  if (known) return known;
  const folder = join(packageRoot, 'dist/tool/schemas', edition);
  const names = readdirSync(folder).sort();
  const files = names.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
  published.set(edition, files);
  return files;
}

/** The tool's own files stay as they are while it runs. */
const published = new Map<string, readonly PackageFile[]>();
