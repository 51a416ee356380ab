/** From a course folder to a document of the trainer. Reads like a table of contents. */
import type { Problem } from '../../src/course/problem.ts';
import { type Cache, noCache } from '../cache/cache.ts';
import { outlineCourse } from '../pipeline/outline-course.ts';
import { ownFaults } from '../pipeline/own-faults.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { type Version, versionsOf } from '../pipeline/translation/versions.ts';
import type { DocumentFile, DocumentFormat } from './document.ts';

export type BuiltDocument =
  | { readonly ok: true; readonly files: readonly DocumentFile[]; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A course with mistakes gives its problems and nothing else. No files where the course has nothing for the document.
 * @param language of the document; that of the course when left out
 */
export async function buildDocument(
  folder: CourseFolder,
  format: DocumentFormat,
  language?: string,
  cache: Cache = noCache,
): Promise<BuiltDocument> {
  const parsed = parseCourse(folder, language === undefined ? [] : [language]);
  if (!parsed.ok) return parsed;
  const version = versionsOf(parsed, [language ?? parsed.course.language], folder.files)[0] as Version;
  try {
    const files = await format.make({
      folder,
      typed: version.shown,
      outline: outlineCourse(version),
      sourceLanguage: version.sourceLanguage,
      cache,
    });
    return { ok: true, files, problems: parsed.problems };
  } catch (error) {
    const faults = ownFaults(error, folder);
    if (!faults) throw error;
    return { ok: false, problems: faults };
  }
}
