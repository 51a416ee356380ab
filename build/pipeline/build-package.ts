/** From a course folder to the files of a package. Reads like a table of contents. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Course, courseSchema } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { packageRoot } from '../package-root.ts';
import { assemble, packageName } from './assemble.ts';
import { bookmarkProblems, longestBookmark } from './bookmark-room.ts';
import { bundlePlayer } from './bundle.ts';
import { outlineCourse } from './outline-course.ts';
import type { PackageFile } from './package-file.ts';
import { parseCourse, types } from './parse-course.ts';
import type { CourseFolder } from './read-course.ts';
import { renderCourse, usedTypes } from './render-course.ts';
import { readTemplates } from './templates.ts';

export type BuiltPackage =
  | {
      readonly ok: true;
      readonly name: string;
      readonly files: readonly PackageFile[];
      /** Warnings. */
      readonly problems: readonly Problem[];
      /** Characters of the longest bookmark that a learner can come to. */
      readonly longestBookmark: number;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A course with mistakes gives its problems and nothing else: nothing is half-built. */
export async function buildPackage(folder: CourseFolder, format: Format): Promise<BuiltPackage> {
  const parsed = parseCourse(folder);
  if (!parsed.ok) return parsed;
  const { course } = parsed;
  const outline = outlineCourse(course);
  const problems = [...parsed.problems, ...bookmarkProblems(outline, format, parsed.locate)];
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };

  const document = renderCourse(course, outline, await readTemplates(), folder.files);
  const player = [document, ...(await bundlePlayer(usedTypes(course), format)), ...assets(course, folder)];
  const template = await readFile(join(packageRoot, format.manifest.template), 'utf8');
  const files = assemble(course, format, [...player, ...(await schemas(format))], template);
  return {
    ok: true,
    name: packageName(course, format),
    files,
    problems,
    longestBookmark: longestBookmark(outline),
  };
}

/** What the course shows: files that no page names stay behind. */
function assets(course: Course, { files }: CourseFolder): PackageFile[] {
  const named = walk(course, courseSchema, types).fields.filter((field) => field.format === 'asset');
  return [...new Set(named.map((field) => field.value))].flatMap((path) => {
    const content = files.get(path);
    return content ? [{ path, content }] : [];
  });
}

/** The control documents of the standard; `npm run compile` takes them from the package that publishes them. */
async function schemas(format: Format): Promise<PackageFile[]> {
  const folder = join(packageRoot, 'dist/tool/schemas', format.schemas);
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (path) => ({ path, content: await readFile(join(folder, path)) })));
}
