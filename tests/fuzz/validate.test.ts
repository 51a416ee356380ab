/**
 * Courses with mistakes made by a seed. COURSEWRIGHT_FUZZ says how many (`npm run fuzz`: 100,000), and
 * COURSEWRIGHT_SEED with which to begin: a failure names its seed.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { courseProblems } from '../../build/commands/validate.ts';
import { ownViews } from '../../build/pipeline/course-types.ts';
import { learnerDocuments } from '../../build/pipeline/learner-documents.ts';
import { ownFaults } from '../../build/pipeline/own-faults.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { type CourseFolder, readCourse } from '../../build/pipeline/read-course.ts';
import { renderCourse } from '../../build/pipeline/render-course.ts';
import { readTemplates } from '../../build/pipeline/templates.ts';
import { versionsOf } from '../../build/pipeline/translation/versions.ts';
import { mutate } from './mutate.ts';

const count = Number(process.env.COURSEWRIGHT_FUZZ ?? 300);
/** Milliseconds of the processor. Judged by `npm run fuzz` alone: on a build server a hang is what the time-out of the test ends. */
const longest = process.env.COURSEWRIGHT_FUZZ ? 2000 : Number.POSITIVE_INFINITY;
const first = Number(process.env.COURSEWRIGHT_SEED ?? 1);
const courses = ['tests/fixtures/small', 'tests/fixtures/full', 'course'];
const root = join(import.meta.dirname, '../..');

it(`${count} courses with mistakes: no crash, no hang, no mistake told without a place`, {
  timeout: 60_000 + count * 60,
}, async () => {
  const folders = await Promise.all(courses.map((course) => readCourse(join(root, course), course)));
  const templates = await readTemplates();
  const wrong: string[] = [];
  // Schemas are compiled once, and a first time of everything is slow: that is not the mistakes' doing.
  for (const folder of folders) courseProblems(folder);
  const seen = { accepted: 0, refused: 0, slowest: 0, slowestSeed: 0 };
  for (let seed = first; seed < first + count && wrong.length < 10; seed++) {
    // The flagship is large: it takes a turn in ten.
    const folder = mutate(folders[seed % 10 === 0 ? 2 : seed % 2] as CourseFolder, seed);
    const begun = process.cpuUsage();
    try {
      const problems = courseProblems(folder);
      const isRefused = problems.some(({ severity }) => severity === 'error');
      for (const { file, line, column, message, hint } of problems) {
        const path = file.slice(folder.name.length + 1);
        const isPlaced = (folder.files.has(path) || /^blocks\/|^$/.test(path)) && line >= 1 && column >= 1;
        if (!isPlaced || !/\S/.test(message) || !/\S/.test(hint))
          wrong.push(`seed ${seed}: "${message}" (${hint}) at ${file}:${line}:${column}`);
      }
      const parsed = parseCourse(folder);
      // What is accepted can be shown.
      if (!isRefused && parsed.ok)
        for (const document of learnerDocuments(
          versionsOf(parsed, [parsed.course.language], folder.files),
          {},
        ))
          renderCourse(document, {}, new Map([...templates, ...ownViews(folder)]), folder.files, {
            style: '',
            scripts: [],
          });
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
  process.stdout.write(
    `fuzz: ${seen.refused} refused, ${seen.accepted} accepted, slowest ${Math.round(seen.slowest)} ms (seed ${seen.slowestSeed})\n`,
  );
  expect(wrong).toEqual([]);
  expect(seen.refused).toBeGreaterThan(count / 2);
});
