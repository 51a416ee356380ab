/**
 * Everything that the command does, as functions. What is not exported here may change in any version.
 *
 * @example
 * const folder = await readCourse('my-course', 'my-course');
 * const built = await buildPackage(folder, formats.scorm12);
 * if (built.ok) await writeFile(built.name, await zip(built.files));
 * else throw new Error(built.problems.map(formatProblem).join('\n'));
 *
 * @example Builds at each change, into a folder, with a cache as the command has it
 * const read = courseReader('my-course', 'my-course');
 * const cache = diskCache('.cache', (await toolIdentity()) ?? '');
 * const wishes = { formats: [], languages: [], isFrozen: false, place: { named: 'out', folder: resolve('out') } };
 * const build = async () => buildCourse(await read(), resolve('my-course'), wishes, process.env, cache);
 * const unwatch = await watchFolder('my-course', build);
 */
export type { Course } from '../src/course/course.ts';
export { formatProblem, type Problem } from '../src/course/problem.ts';
export type { Format } from '../src/formats/format.ts';
export { formats } from '../src/formats/index.ts';
export { type Cache, type CacheKind, noCache } from './cache/cache.ts';
export { diskCache } from './cache/disk-cache.ts';
export { toolIdentity } from './cache/tool-identity.ts';
export { type BuildWishes, buildCourse, type CourseBuild } from './commands/build-course.ts';
export type { CourseResult, CourseTask, JobSurroundings } from './commands/course-job.ts';
export { courseProblems } from './commands/course-problems.ts';
export { type Done, eachCourse } from './commands/each-course.ts';
export { findChromium } from './documents/find-chromium.ts';
export type { Described, Finding, Launch } from './inspect/finding.ts';
export { type Inspection, inspectPackage } from './inspect/inspect-package.ts';
export type * from './inspect/played.ts';
export { inspectionHtml } from './inspect/report-html.ts';
export type { LmsName, Verdict } from './inspect/verdicts.ts';
export { type BuiltPackage, buildPackage } from './pipeline/build-package.ts';
export { type CourseTypes, courseTypes } from './pipeline/course-types.ts';
export { editorSchema } from './pipeline/editor-schema.ts';
export { type NewCourse, newCourse } from './pipeline/new-course.ts';
export type { PackageFile } from './pipeline/package-file.ts';
export { type ParsedCourse, parseCourse } from './pipeline/parse-course.ts';
export { type CourseFolder, courseReader, readCourse } from './pipeline/read-course.ts';
export { zip } from './pipeline/zip.ts';
export { inspectPlayed, type PlayedInspection } from './play/inspect-played.ts';
export type { PlaySettings } from './play/play-package.ts';
export type { PlayProgress } from './play/play-progress.ts';
export { type CoursePreview, previewCourse } from './preview/preview-course.ts';
export { watchFolder } from './watch/watch-folder.ts';
