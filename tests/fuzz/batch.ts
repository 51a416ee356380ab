/** Validates courses with mistakes made by a seed, one seed after the other, and says what went wrong. */
import { join } from 'node:path';
import { courseProblems } from '../../build/commands/course-problems.ts';
import { ownViews } from '../../build/pipeline/course-types.ts';
import { learnerDocuments } from '../../build/pipeline/learner-documents.ts';
import { ownFaults } from '../../build/pipeline/own-faults.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { type CourseFolder, readCourse } from '../../build/pipeline/read-course.ts';
import { drawCourse, renderCourse } from '../../build/pipeline/render-course.ts';
import { readTemplates, type TemplateSources } from '../../build/pipeline/template-sources.ts';
import { versionsOf } from '../../build/pipeline/translation/versions.ts';
import { mutate } from './mutate.ts';

export interface Batch {
  readonly refused: number;
  readonly accepted: number;
  /** Milliseconds of the processor. */
  readonly slowest: number;
  readonly slowestSeed: number;
  /** A line each; the first ten. */
  readonly wrong: readonly string[];
}

const courses = ['tests/fixtures/small', 'tests/fixtures/full', 'course'];

/**
 * @param root    the repository
 * @param longest milliseconds of the processor that a course may take
 */
export async function fuzzBatch(root: string, first: number, count: number, longest: number): Promise<Batch> {
  const folders = await Promise.all(courses.map((course) => readCourse(join(root, course), course)));
  const templates = readTemplates('certificate');
  const wrong: string[] = [];
  // Schemas are compiled once, and a first time of everything is slow: that is not the mistakes' doing.
  for (const folder of folders) courseProblems(folder);
  const seen = { accepted: 0, refused: 0, slowest: 0, slowestSeed: 0 };
  for (let seed = first; seed < first + count && wrong.length < 10; seed++) {
    // The flagship is large: it takes a turn in ten.
    const folder = mutate(folders[seed % 10 === 0 ? 2 : seed % 2] as CourseFolder, seed);
    const begun = process.cpuUsage();
    try {
      const { isRefused, mistakes } = await look(folder, templates);
      wrong.push(...mistakes.map((mistake) => `seed ${seed}: ${mistake}`));
      seen[isRefused ? 'refused' : 'accepted']++;
    } catch (error) {
      // What a view of the course's own lacks is a mistake of its author, and told so by the build.
      if (!ownFaults(error, folder))
        wrong.push(`seed ${seed}: ${(error as Error).stack?.split('\n').slice(0, 4).join(' ')}`);
    }
    // Of the processor: how long the machine makes us wait is not ours.
    const { user, system } = process.cpuUsage(begun);
    const took = (user + system) / 1000;
    if (took > seen.slowest) Object.assign(seen, { slowest: took, slowestSeed: seed });
    if (took > longest) wrong.push(`seed ${seed} took ${Math.round(took)} ms`);
  }
  return { ...seen, wrong: wrong.slice(0, 10) };
}

async function look(
  folder: CourseFolder,
  templates: TemplateSources,
): Promise<{ isRefused: boolean; mistakes: readonly string[] }> {
  const problems = courseProblems(folder);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  const mistakes = problems.flatMap(({ file, line, column, message, hint }) => {
    const path = file.slice(folder.name.length + 1);
    const isPlaced = (folder.files.has(path) || /^blocks\/|^$/.test(path)) && line >= 1 && column >= 1;
    if (isPlaced && /\S/.test(message) && /\S/.test(hint)) return [];
    return [`"${message}" (${hint}) at ${file}:${line}:${column}`];
  });
  const parsed = parseCourse(folder);
  // What is accepted can be shown.
  if (!isRefused && parsed.ok)
    for (const document of learnerDocuments(versionsOf(parsed, [parsed.course.language], folder.files), {}))
      renderCourse(
        await drawCourse(document, {}, new Map([...templates, ...ownViews(folder)]), {
          files: folder.files,
          smaller: new Map(),
        }),
        {
          style: '',
          scripts: [],
        },
      );
  return { isRefused, mistakes };
}
