/** `build <folder> --format <name> --out <folder>`: a package a format, and the documents of the trainer. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import type { DocumentFormat } from '../documents/document.ts';
import { findChromium } from '../documents/find-chromium.ts';
import { documents } from '../documents/index.ts';
import { courseLedger, ledgerFile, ledgerText } from '../pipeline/course-ledger.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import type { Outcome, Surroundings } from './command.ts';
import { formatNamed } from './format-named.ts';
import { editionsNamed } from './language-named.ts';
import { openCourse } from './open-course.ts';
import type { Place } from './place.ts';
import { problemLines } from './problem-lines.ts';
import { writeDocument } from './write-document.ts';
import { writePackage } from './write-package.ts';

/** Packages for LMSs first, then what the trainer takes along. */
const outputs: Readonly<Record<string, Format | DocumentFormat>> = { ...formats, ...documents };

export async function build(
  { base, environment }: Pick<Surroundings, 'base' | 'environment'>,
  name: string,
  formatNames: readonly string[],
  languages: readonly string[],
  out: string,
  json: boolean,
  isFrozen: boolean,
): Promise<Outcome> {
  const named = formatNames.map((one) => formatNamed(one, outputs));
  const course = await openCourse(base, name);
  const editions = editionsNamed(course, languages);
  const left: readonly Format[] =
    named.length > 0 || hasIri(course) ? [] : Object.values(formats).filter(needsIri);
  const all = Object.values(outputs).filter((one) => isDocument(one) || !left.includes(one));
  const wanted = named.length > 0 ? named : all;
  const browser = wanted.some(isDocument) ? await findChromium(environment) : null;
  const place: Place = { named: out, folder: resolve(base, out) };
  const lines: string[] = [];
  const packages: object[] = [];
  const papers: object[] = [];
  let ledger: Ledger = [];
  const makers = wanted.flatMap((format) =>
    isDocument(format)
      ? [...new Set(editions.flat())].map((language) => ({
          isPaper: true,
          make: () => writeDocument(course, format, language, place, browser),
        }))
      : editions.map((edition) => ({
          isPaper: false,
          make: () => writePackage(course, format, edition, place, isFrozen),
        })),
  );
  for (const { isPaper, make } of makers) {
    const made = await make();
    if (!made.ok) {
      const { problems } = made;
      if (json) return { code: 1, out: [JSON.stringify({ problems, packages }, null, 2)], err: [] };
      return { code: 1, out: lines, err: problemLines(problems, 'nothing was written.') };
    }
    if (lines.length === 0) lines.push(...problemLines(made.problems, ''));
    ledger = made.ledger ?? ledger;
    lines.push(...made.lines);
    (isPaper ? papers : packages).push(...made.files);
  }
  const added = await keepLedger(course, resolve(base, name), ledger, isFrozen);
  if (added > 0)
    lines.push(
      `${join(name, ledgerFile)}  ${added} added: commit it, so that learners keep their progress in the next version`,
    );
  if (left.length > 0)
    lines.push(
      `Not built, because course.json has no "iri": ${left.map((format) => format.name).join(', ')}`,
    );
  if (!json) return { code: 0, out: lines, err: [] };
  return { code: 0, out: [JSON.stringify({ problems: [], packages, documents: papers }, null, 2)], err: [] };
}

/** Adds to the file what the course has added; returns how many entries that were. */
async function keepLedger(
  course: CourseFolder,
  path: string,
  ledger: Ledger,
  isFrozen: boolean,
): Promise<number> {
  const added = ledger.length - courseLedger(course).ledger.length;
  if (added > 0 && !isFrozen) await writeFile(join(path, ledgerFile), ledgerText(ledger));
  return isFrozen ? 0 : added;
}

function isDocument(format: Format | DocumentFormat): format is DocumentFormat {
  return 'make' in format;
}

/** Without an IRI a course is built in the formats that do without, unless others are named. */
function hasIri(folder: CourseFolder): boolean {
  const parsed = parseCourse(folder);
  return !parsed.ok || parsed.course.iri !== undefined;
}

const needsIri = (format: Format) => format.needsIri === true;
