/** What can be built of a course: packages for LMSs first, then what the trainer takes along. */
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import type { DocumentFormat } from '../documents/document.ts';
import { documentNames } from '../documents/names.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { formatNamed } from './format-named.ts';

export type Output = Format | DocumentFormat;

/** @throws WrongUse for a name that is none of ours */
export function checkNames(names: readonly string[]): void {
  const known = Object.fromEntries([...Object.keys(formats), ...documentNames].map((name) => [name, name]));
  for (const name of names) formatNamed(name, known);
}

/**
 * @param names as on the command line; all when there is none
 * @returns the outputs, and the formats that are left out because the course has no IRI
 */
export async function outputsOf(
  course: CourseFolder,
  names: readonly string[],
): Promise<{ wanted: readonly Output[]; left: readonly Format[] }> {
  const all: readonly Format[] = Object.values(formats);
  const documents = await documentsNamed(names);
  if (names.length > 0) {
    const known: Readonly<Record<string, Output>> = { ...formats, ...documents };
    return { wanted: names.map((name) => formatNamed(name, known)), left: [] };
  }
  const left = hasIri(course) ? [] : all.filter(({ needsIri }) => needsIri === true);
  return { wanted: [...all.filter((one) => !left.includes(one)), ...Object.values(documents)], left };
}

/** What makes documents is loaded where there is one to make. */
async function documentsNamed(names: readonly string[]): Promise<Readonly<Record<string, DocumentFormat>>> {
  const isWanted = names.length === 0 || documentNames.some((name) => names.includes(name));
  return isWanted ? (await import('../documents/index.ts')).documents : {};
}

/** Without an IRI a course is built in the formats that do without, unless others are named. */
function hasIri(folder: CourseFolder): boolean {
  const parsed = parseCourse(folder, []);
  return !parsed.ok || parsed.course.iri !== undefined;
}

export function isDocument(output: Output): output is DocumentFormat {
  return 'make' in output;
}
