/** Makes the package of one format. */
import { join } from 'node:path';
import type { Format } from '../../src/formats/format.ts';
import type { Cache } from '../cache/cache.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import { frozenProblems } from '../pipeline/course-ledger.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { schemaFiles } from '../pipeline/schema-files.ts';
import { zip } from '../pipeline/zip.ts';
import type { Made } from './made.ts';
import { kilobytes, type Place, writeWhole } from './place.ts';

/**
 * @param languages of the package
 * @param isFrozen true where the ledger of the course is only checked: what it lacks is a mistake then
 */
export async function writePackage(
  course: CourseFolder,
  format: Format,
  languages: readonly string[],
  place: Place,
  isFrozen: boolean,
  cache: Cache,
): Promise<Made> {
  const building = buildPackage(course, format, languages, cache);
  // While the bundler is waited for that costs nobody any time. Where it fails, the whole tells why.
  setImmediate(() => zip(schemaFiles(format)).catch(() => {}));
  const built = await building;
  if (!built.ok) return built;
  const { name, files, longestBookmark, ledger, saved } = built;
  const frozen = isFrozen ? frozenProblems(course, ledger) : [];
  if (frozen.some(({ severity }) => severity === 'error')) return { ok: false, problems: frozen };
  const zipping = zip(files);
  const parts = files.map(({ path, content }) => [path, fingerprintOf(content)] as const);
  const bytes = await zipping;
  const path = writeWhole(place, name, bytes);
  return {
    ok: true,
    problems: built.problems,
    ledger,
    files: [
      {
        path,
        bytes: bytes.length,
        fingerprint: fingerprintOf(bytes),
        parts,
        line:
          `${join(place.named, name)}  ${kilobytes(bytes)}, ${files.length} files; ` +
          `progress takes at most ${longestBookmark} of ${format.bookmarkLimit} characters${told(saved)}`,
        facts: { files: files.length, longestBookmark, saved },
      },
    ],
  };
}

/** What is less than a tenth of a kilobyte is not worth a word. */
function told(saved: number): string {
  return saved < 100 ? '' : `; pictures are ${(saved / 1000).toFixed(1)} kB lighter than in the folder`;
}
