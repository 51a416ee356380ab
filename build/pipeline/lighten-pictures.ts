/** The pictures of a course, lighter than in its folder. */
import { createHash } from 'node:crypto';
import { lighterPicture, smallerPictures } from './lighter-picture.ts';
import { type ShownFiles, smallerPath } from './smaller-pictures.ts';

/** Its `files` are those of the course folder, with lighter pictures in their place and smaller ones beside them. */
export interface Lightened extends ShownFiles {
  /** Bytes that were saved. */
  readonly saved: number;
}

/** @param paths the files that the package carries */
export async function lightenPictures(
  files: ReadonlyMap<string, Uint8Array>,
  paths: readonly string[],
): Promise<Lightened> {
  const pictures = await Promise.all(
    paths.map(async (path) => {
      const content = files.get(path) ?? new Uint8Array();
      const { lighter, smaller } = await madeOf(path, content);
      const beside = smaller.map((one) => ({ ...one, path: smallerPath(path, one.width) }));
      // A file that the author has called so is another.
      return {
        path,
        lighter,
        saved: content.length - lighter.length,
        smaller: beside.filter((one) => !files.has(one.path)),
      };
    }),
  );
  const packed = pictures.flatMap(({ path, lighter, smaller }) => [
    [path, lighter] as const,
    ...smaller.map((one) => [one.path, one.content] as const),
  ]);
  return {
    files: new Map([...files, ...packed.filter(([, content]) => content.length > 0)]),
    smaller: new Map(
      pictures.map(({ path, smaller }) => [
        path,
        smaller.map((one) => ({ path: one.path, width: one.width })),
      ]),
    ),
    saved: pictures.reduce((sum, { saved }) => sum + saved, 0),
  };
}

interface Made {
  readonly lighter: Uint8Array;
  readonly smaller: Awaited<ReturnType<typeof smallerPictures>>;
}

/** What was made before: the formats of a course and the edits of a preview share their pictures. */
const known = new Map<string, Promise<Made>>();
const mostKnown = 500;

function madeOf(path: string, content: Uint8Array): Promise<Made> {
  const [ending] = /[^.]*$/.exec(path) ?? [''];
  const key = `${ending.toLowerCase()} ${createHash('sha256').update(content).digest('base64')}`;
  const before = known.get(key);
  if (before) return before;
  const made = madeAnew(path, content);
  known.set(key, made);
  const oldest = known.keys().next().value;
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return made;
}

async function madeAnew(path: string, content: Uint8Array): Promise<Made> {
  const lighter = await lighterPicture(path, content);
  return { lighter, smaller: await smallerPictures(path, content, lighter) };
}
