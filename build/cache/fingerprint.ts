/** Contents as short texts: another for every other content. */
import { createHash } from 'node:crypto';

/** Of the bytes of a file; worked out once for what stays in memory. */
export function fingerprintOf(content: Uint8Array): string {
  const known = fingerprints.get(content);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(content).digest('base64url');
  fingerprints.set(content, made);
  return made;
}

const fingerprints = new WeakMap<Uint8Array, string>();

/** Of files with their paths, in whatever order they come. */
export function fingerprintOfAll(files: Iterable<readonly [path: string, content: Uint8Array]>): string {
  const lines = [...files].map(([path, content]) => `${JSON.stringify(path)} ${fingerprintOf(content)}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64url');
}
