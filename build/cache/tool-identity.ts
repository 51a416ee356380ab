/** Which tool makes a package: the same one makes the same bytes of the same course. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Libraries whose output is in packages, and which are installed beside the tool. */
const makers = ['esbuild', '@xapi/xapi', 'uuid', 'pptxgenjs', '@napi-rs/canvas', 'sharp', 'svgo'];

/** @returns null where the tool runs from its sources: they can change at any moment */
export async function toolIdentity(): Promise<string | null> {
  // Spelled out: the compiler puts it in.
  const hash = import.meta.toolHash;
  if (hash === undefined) return null;
  const { resolve } = createRequire(import.meta.url);
  const versions = await Promise.all(makers.map((name) => versionOf(name, resolve)));
  return [hash, process.version, process.platform, process.arch, ...versions].join(' ');
}

async function versionOf(name: string, resolve: NodeJS.RequireResolve): Promise<string> {
  for (const folder of resolve.paths(name) ?? []) {
    const text = await readFile(`${folder}/${name}/package.json`, 'utf8').catch(() => null);
    if (text !== null) return `${name}@${JSON.parse(text).version}`;
  }
  return name;
}
