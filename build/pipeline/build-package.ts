/** From a course folder to the files of a package. Reads like a table of contents. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../../src/course/ledger.ts';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { packageRoot } from '../package-root.ts';
import { courseActivities, iriProblems, lrsBesides } from './activities.ts';
import { assemble, packageName } from './assemble.ts';
import { assets } from './assets.ts';
import { bookmarkProblems, longestBookmark } from './bookmark-room.ts';
import { bundlePlayer } from './bundle.ts';
import { ownViews, type TypedCourse } from './course-types.ts';
import { ownFaults } from './own-faults.ts';
import type { PackageFile } from './package-file.ts';
import { parseCourse } from './parse-course.ts';
import type { CourseFolder } from './read-course.ts';
import { renderCourse } from './render-course.ts';
import { type Sco, scosOf, wholeCourse } from './scos.ts';
import { readManifestTemplates, readTemplates } from './templates.ts';
import { courseTheme } from './theme/course-theme.ts';
import { themeStyle } from './theme/theme-style.ts';
import { usedTypes } from './used-types.ts';
import { webApp } from './web-app.ts';

export type BuiltPackage =
  | {
      readonly ok: true;
      readonly name: string;
      readonly files: readonly PackageFile[];
      /** Warnings. */
      readonly problems: readonly Problem[];
      /** Characters of the longest bookmark that a learner can come to. */
      readonly longestBookmark: number;
      /** The ledger of the course with all that this version has added. */
      readonly ledger: Ledger;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A course with mistakes gives its problems and nothing else: nothing is half-built. */
export async function buildPackage(folder: CourseFolder, format: Format): Promise<BuiltPackage> {
  const parsed = parseCourse(folder);
  if (!parsed.ok) return parsed;
  const whole = wholeCourse(parsed);
  const scos = scosOf(parsed, format);
  const problems = [
    ...parsed.problems,
    ...iriProblems(parsed.course, format, parsed.locate),
    ...bookmarkProblems(scos, format, parsed.locate),
  ];
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };

  try {
    // The web has all lessons in one document, also where an LMS has one a lesson.
    const documents = scos.some(({ place }) => place) ? [...scos, whole] : scos;
    const player = await makePlayer(parsed, documents, format, folder);
    const manifests = await Promise.all(
      format.manifests.map(async (manifest) => ({
        manifest,
        templates: await readManifestTemplates(manifest),
      })),
    );
    return {
      ok: true,
      name: packageName(parsed.course, format),
      files: assemble(parsed.course, scos, manifests, [...player, ...(await schemas(format))]),
      problems,
      longestBookmark: Math.max(...scos.map(({ outline }) => longestBookmark(outline))),
      ledger: whole.outline.ledger,
    };
  } catch (error) {
    const faults = ownFaults(error, folder);
    if (!faults) throw error;
    return { ok: false, problems: faults };
  }
}

/** Documents with their style, scripts, and the files that the course names. */
async function makePlayer(
  parsed: TypedCourse,
  documents: readonly Sco[],
  format: Format,
  folder: CourseFolder,
): Promise<PackageFile[]> {
  const views = new Map([...(await readTemplates()), ...ownViews(folder)]);
  const theme = themeStyle(courseTheme(parsed.course), 'screen', (path) => path);
  const lrs = lrsBesides(parsed.course, format);
  const activities = courseActivities(parsed, lrs);
  const player = await bundlePlayer(usedTypes(parsed), activities, format, folder, theme);
  const speaking = { ...format, connects: format.connects || lrs !== null };
  const files = [
    ...documents.map((sco) => renderCourse(sco, speaking, views, folder.files, player)),
    ...player.scripts,
    ...assets(parsed, folder),
  ];
  return format.installs ? webApp(parsed.course, files) : files;
}

/** The control documents of the standard; `npm run compile` takes them from the package that publishes them. */
async function schemas(format: Format): Promise<PackageFile[]> {
  if (format.schemas === null) return [];
  const folder = join(packageRoot, 'dist/tool/schemas', format.schemas);
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (path) => ({ path, content: await readFile(join(folder, path)) })));
}
