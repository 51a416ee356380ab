/** The pictures of a course, lighter than in its folder. */
import { createHash } from 'node:crypto';
import { lighterPicture } from './lighter-picture.ts';

export interface Lightened {
  /** The files of the course folder, those of the pictures that are lighter put in their place. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Bytes that were saved. */
  readonly saved: number;
}

/** @param paths the files that the package carries */
export async function lightenPictures(
  files: ReadonlyMap<string, Uint8Array>,
  paths: readonly string[],
): Promise<Lightened> {
  const pairs = await Promise.all(
    paths.map(async (path) => {
      const content = files.get(path) ?? new Uint8Array();
      return { path, content, lighter: await lightened(path, content) };
    }),
  );
  const changed = pairs.filter(({ content, lighter }) => lighter.length < content.length);
  return {
    files: new Map([...files, ...changed.map(({ path, lighter }) => [path, lighter] as const)]),
    saved: changed.reduce((sum, { content, lighter }) => sum + content.length - lighter.length, 0),
  };
}

/** What was made lighter before: the formats of a course and the edits of a preview share their pictures. */
const known = new Map<string, Promise<Uint8Array>>();
const mostKnown = 500;

function lightened(path: string, content: Uint8Array): Promise<Uint8Array> {
  const [ending] = /[^.]*$/.exec(path) ?? [''];
  const key = `${ending.toLowerCase()} ${createHash('sha256').update(content).digest('base64')}`;
  const before = known.get(key);
  if (before) return before;
  const lighter = lighterPicture(path, content);
  known.set(key, lighter);
  const oldest = known.keys().next().value;
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return lighter;
}
