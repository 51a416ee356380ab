/** Builds all that is wanted of one course, or finds that it is there already. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Problem } from '../../src/course/problem.ts';
import { type Cache, noCache } from '../cache/cache.ts';
import { fingerprintOf, fingerprintOfAll } from '../cache/fingerprint.ts';
import { findChromium } from '../documents/find-chromium.ts';
import { warmBundler } from '../pipeline/bundler.ts';
import { courseLedger, ledgerFile, ledgerText } from '../pipeline/course-ledger.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { editionsNamed } from './language-named.ts';
import type { Made, Written } from './made.ts';
import { isDocument, type Output, outputsOf } from './outputs.ts';
import type { Place } from './place.ts';
import { whatChanged } from './what-changed.ts';
import { writePackage } from './write-package.ts';

/** What is wanted of a course, as data: a worker gets it as it is. */
export interface BuildWishes {
  /** Names of formats and documents; all when there is none. */
  readonly formats: readonly string[];
  /** Tags, or "together"; as the course says when there is none. */
  readonly languages: readonly string[];
  readonly place: Place;
  /** true where the ledger is only checked. */
  readonly isFrozen: boolean;
}

/** What came of a course, as data. */
export interface CourseBuild {
  /** The folder as the user named it. */
  readonly name: string;
  readonly ok: boolean;
  /** All that keep it from being built; warnings where it was. */
  readonly problems: readonly Problem[];
  /** Of what was written, for people. */
  readonly lines: readonly string[];
  /** The same for machines. */
  readonly packages: readonly object[];
  readonly documents: readonly object[];
  /** What the ledger file of the course holds now, where the build has added to it. */
  readonly ledger: string | null;
}

interface Record {
  readonly files: readonly (Written & { readonly isPaper: boolean })[];
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * @param path of the course folder
 * @returns mistakes of the author as problems; what was built before them is written
 */
export async function buildCourse(
  course: CourseFolder,
  path: string,
  { formats, languages, place, isFrozen }: BuildWishes,
  environment: Readonly<{ [name: string]: string | undefined }>,
  cache: Cache,
): Promise<CourseBuild> {
  const browser = findChromium(environment);
  const asked = [course.name, formats, languages, place, isFrozen, browser];
  // Where nothing is kept nobody asks what it would be kept by.
  const key = cache === noCache ? '' : JSON.stringify([fingerprintOfAll(course.files), ...asked]);
  const before = (await cache.recall('build', key)) as Record | null;
  if (before && (await areThere(before.files))) return told(course, before, before.files, null);

  // Where nothing is known of this course nothing is bundled: the bundler starts while the course is checked.
  if (!(await cache.recall('last', path))) await warmBundler();
  const { wanted, left } = await outputsOf(course, formats);
  const editions = editionsNamed(course, languages);
  const files: Record['files'][number][] = [];
  const notes: string[] = [];
  // Where one of the languages has mistakes nothing is built of the others either.
  const parsed = parseCourse(course, editions.flat());
  const { problems } = parsed;
  if (!parsed.ok) return { ...told(course, { files, notes, problems }, [], null), ok: false };
  const makers = makersOf(course, wanted, editions, place, isFrozen, browser, cache);
  let ledger: Ledger = [];
  for (const { isPaper, make } of makers) {
    const made = await make();
    if (!made.ok) return { ...told(course, { files, notes, problems }, [], null), ...made };
    files.push(...made.files.map((file) => ({ ...file, isPaper })));
    if (made.without !== undefined) notes.push(made.without);
    ledger = made.ledger ?? ledger;
  }
  if (left.length > 0)
    notes.push(`Not built, because course.json has no "iri": ${left.map(({ name }) => name).join(', ')}`);
  const earlier = await Promise.all(files.map((file) => cache.recall('last', file.path)));
  await Promise.all(files.map((file) => cache.keep('last', file.path, file)));
  const record: Record = { files, notes, problems };
  await cache.keep('build', key, record);
  await cache.keep('last', path, true);
  return told(course, record, earlier, await keepLedger(course, path, ledger, isFrozen));
}

interface Maker {
  readonly isPaper: boolean;
  readonly make: () => Promise<Made>;
}

/** What is to be made, in its order: a package a format and edition, a document a language. */
function makersOf(
  course: CourseFolder,
  wanted: readonly Output[],
  editions: readonly (readonly string[])[],
  place: Place,
  isFrozen: boolean,
  browser: string | null,
  cache: Cache,
): readonly Maker[] {
  return wanted.flatMap((output): Maker[] =>
    isDocument(output)
      ? [...new Set(editions.flat())].map((language) => ({
          isPaper: true,
          make: async () => {
            const { writeDocument } = await import('./write-document.ts');
            return writeDocument(course, output, language, place, browser, cache);
          },
        }))
      : editions.map((edition) => ({
          isPaper: false,
          make: () => writePackage(course, output, edition, place, isFrozen, cache),
        })),
  );
}

/** Whether every file is on the disk as it was written. */
async function areThere(files: Record['files']): Promise<boolean> {
  for (const { path, fingerprint } of files) {
    const content = await readFile(path).catch(() => null);
    if (!content || fingerprintOf(content) !== fingerprint) return false;
  }
  return true;
}

/** @param earlier what was at the place of each file before, where that is known */
function told(
  { name }: CourseFolder,
  { files, notes, problems }: Record,
  earlier: readonly unknown[],
  added: { readonly count: number; readonly text: string } | null,
): CourseBuild {
  const ending = (file: Written, index: number) =>
    whatChanged((earlier[index] ?? null) as Written | null, file);
  const machine = (ofPaper: boolean) =>
    files.flatMap((file, index) => {
      if (file.isPaper !== ofPaper) return [];
      const { path, bytes, facts } = file;
      return [{ path, bytes, ...facts, ...(ending(file, index) === '; unchanged' && { unchanged: true }) }];
    });
  return {
    name,
    ok: true,
    problems,
    lines: [
      ...files.map((file, index) => file.line + ending(file, index)),
      ...(added
        ? [
            `${join(name, ledgerFile)}  ${added.count} added: commit it, so that learners keep their progress in the next version`,
          ]
        : []),
      ...notes,
    ],
    packages: machine(false),
    documents: machine(true),
    ledger: added?.text ?? null,
  };
}

/** Adds to the file what the course has added; null where that is nothing. */
async function keepLedger(
  course: CourseFolder,
  path: string,
  ledger: Ledger,
  isFrozen: boolean,
): Promise<{ count: number; text: string } | null> {
  const count = ledger.length - courseLedger(course).ledger.length;
  if (count <= 0 || isFrozen) return null;
  const text = ledgerText(ledger);
  await writeFile(join(path, ledgerFile), text);
  return { count, text };
}
