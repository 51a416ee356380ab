/** `build <folder> --format <name> --out <folder>`: a package a format. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import { zip } from '../pipeline/zip.ts';
import { defineCommand, type Outcome, WrongUse } from './command.ts';
import { openCourse } from './open-course.ts';
import { problemLines } from './problem-lines.ts';

export async function build(
  base: string,
  name: string,
  formatNames: readonly string[],
  out: string,
  json: boolean,
): Promise<Outcome> {
  const wanted = formatNames.length > 0 ? formatNames.map(formatNamed) : Object.values(formats);
  const folder = await openCourse(base, name);
  const target = resolve(base, out);
  const lines: string[] = [];
  const packages: object[] = [];
  for (const format of wanted) {
    const built = await buildPackage(folder, format);
    if (!built.ok) {
      const { problems } = built;
      if (json) return { code: 1, out: [JSON.stringify({ problems, packages }, null, 2)], err: [] };
      return { code: 1, out: lines, err: problemLines(problems, 'nothing was written.') };
    }
    if (lines.length === 0) lines.push(...problemLines(built.problems, ''));
    const bytes = await zip(built.files);
    await mkdir(target, { recursive: true });
    // Written beside and renamed: nobody ever uploads half a package.
    const path = join(target, built.name);
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    packages.push({
      path,
      bytes: bytes.length,
      files: built.files.length,
      longestBookmark: built.longestBookmark,
    });
    lines.push(
      `${join(out, built.name)}  ${(bytes.length / 1000).toFixed(1)} kB, ${built.files.length} files; ` +
        `progress takes at most ${built.longestBookmark} of ${format.bookmarkLimit} characters`,
    );
  }
  return { code: 0, out: json ? [JSON.stringify({ problems: [], packages }, null, 2)] : lines, err: [] };
}

function formatNamed(name: string): Format {
  const known = Object.keys(formats);
  if (Object.hasOwn(formats, name)) return formats[name as keyof typeof formats];
  throw new WrongUse(
    `There is no format "${name}". ${didYouMean(name, known)} Use ${oneOf(known)}.`.replace('  ', ' '),
  );
}

export const buildCommand = defineCommand({
  name: 'build',
  about: 'Writes a package a format; all formats when none is named.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {
    format: {
      type: 'string',
      multiple: true,
      value: Object.keys(formats).join('|'),
      about: 'A format to build; may be given several times.',
    },
    out: {
      type: 'string',
      default: 'dist/packages',
      value: '<folder>',
      about: 'Where packages go; dist/packages when left out.',
    },
    json: { type: 'boolean', about: 'Answers in JSON, for machines.' },
  },
  run: ([folder = ''], { format, out, json }, { base }) => build(base, folder, format, out, json),
});
