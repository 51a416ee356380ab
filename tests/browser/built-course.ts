/** A course built, zipped and unzipped again: what a learner's browser gets. */
import { join } from 'node:path';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { type CourseFolder, readCourse } from '../../build/pipeline/read-course.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Format } from '../../src/formats/format.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { unzip } from '../packages/unzip.ts';

const root = join(import.meta.dirname, '../..');

/**
 * @param course    path from the repository's root
 * @param languages of the package; as the course says when left out
 */
export async function builtCourse(
  course: string,
  format: Format = scorm12,
  languages?: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return (await builtFolder(await readCourse(join(root, course), course), format, languages)).files;
}

/** The same of a folder in memory, with the ledger that the build would keep. */
export async function builtFolder(
  folder: CourseFolder,
  format: Format,
  languages?: readonly string[],
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly ledger: Ledger }> {
  const built = await buildPackage(folder, format, languages);
  if (!built.ok) throw new Error(`${folder.name} does not build: ${JSON.stringify(built.problems, null, 2)}`);
  return { files: await unzip(await zip(built.files)), ledger: built.ledger };
}
