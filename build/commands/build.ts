/** `build <folder> --format <name> --out <folder>`: a package a format. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import { courseLedger, frozenProblems, ledgerFile, ledgerText } from '../pipeline/course-ledger.ts';
import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
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
  isFrozen: boolean,
): Promise<Outcome> {
  const wanted = formatNames.length > 0 ? formatNames.map(formatNamed) : Object.values(formats);
  const folder = await openCourse(base, name);
  const target = resolve(base, out);
  const lines: string[] = [];
  const packages: object[] = [];
  let ledger: Ledger = [];
  for (const format of wanted) {
    const built = await buildPackage(folder, format);
    const problems = built.ok && isFrozen ? frozenProblems(folder, built.ledger) : built.problems;
    if (!built.ok || problems.some(({ severity }) => severity === 'error')) {
      if (json) return { code: 1, out: [JSON.stringify({ problems, packages }, null, 2)], err: [] };
      return { code: 1, out: lines, err: problemLines(problems, 'nothing was written.') };
    }
    ledger = built.ledger;
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
  const added = await keepLedger(folder, resolve(base, name), ledger, isFrozen);
  if (added > 0)
    lines.push(
      `${join(name, ledgerFile)}  ${added} added: commit it, so that learners keep their progress in the next version`,
    );
  return { code: 0, out: json ? [JSON.stringify({ problems: [], packages }, null, 2)] : lines, err: [] };
}

/** Adds to the file what the course has added; returns how many entries that were. */
async function keepLedger(
  folder: CourseFolder,
  path: string,
  ledger: Ledger,
  isFrozen: boolean,
): Promise<number> {
  const added = ledger.length - courseLedger(folder).ledger.length;
  if (added > 0 && !isFrozen) await writeFile(join(path, ledgerFile), ledgerText(ledger));
  return isFrozen ? 0 : added;
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
    frozen: {
      type: 'boolean',
      about: 'Only checks the ledger and never writes it, as always in CI (where the variable CI is set).',
    },
  },
  run: ([folder = ''], { format, out, json, frozen }, { base, isCi }) =>
    build(base, folder, format, out, json, frozen || isCi),
});
