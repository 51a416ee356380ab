/** A course built, zipped and unzipped again: what a learner's browser gets. */
import { join } from 'node:path';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { zip } from '../../build/pipeline/zip.ts';
import type { Format } from '../../src/formats/format.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { unzip } from '../packages/unzip.ts';

const root = join(import.meta.dirname, '../..');

/** @param course path from the repository's root */
export async function builtCourse(
  course: string,
  format: Format = scorm12,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const built = await buildPackage(await readCourse(join(root, course), course), format);
  if (!built.ok) throw new Error(`${course} does not build: ${JSON.stringify(built.problems, null, 2)}`);
  return unzip(await zip(built.files));
}
