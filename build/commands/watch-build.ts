/** `build --watch`: builds, and again at each change, until the user has had enough. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { type CourseFolder, courseReader, isGone } from '../pipeline/read-course.ts';
import { inTurn } from '../watch/in-turn.ts';
import { watchFolder } from '../watch/watch-folder.ts';
import { type BuildChoices, wishesOf } from './build-choices.ts';
import { buildCourse, type CourseBuild } from './build-course.ts';
import { type Outcome, type Surroundings, WrongUse } from './command.ts';
import { courseNames } from './course-names.ts';
import { faultLine } from './do-courses.ts';
import { nameClashes } from './name-clashes.ts';
import { buildOneOfMany, unbuilt } from './one-of-many.ts';
import { openCache } from './open-cache.ts';
import { checkNames } from './outputs.ts';
import { problemLines } from './problem-lines.ts';
import { changedFiles, named } from './what-changed.ts';

/** A course that is watched. */
interface Watched {
  readonly read: () => Promise<CourseFolder>;
  /** Fingerprints of its files as they were built last. */
  files: ReadonlyMap<string, string> | null;
  hasMistakes: boolean;
  /** Why it was not even tried last; null where it was. */
  refused: string | null;
}

export async function watchBuild(
  surroundings: Surroundings,
  name: string,
  choices: BuildChoices,
): Promise<Outcome> {
  const { base, environment, say, stopped, abandoned } = surroundings;
  checkNames(choices.formats);
  const folder = resolve(base, name);
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new WrongUse(`There is no folder "${name}".`);
  // What was there before is known from this run at least.
  const cache = memoryCache(await openCache(surroundings, choices.usesCache));
  const courses = new Map<string, Watched>();
  const wishes = wishesOf(base, choices);
  let isAway = false;
  let hasFault = false;

  const round = inTurn(async () => {
    try {
      const several = await courseNames(base, name);
      const clashes = await nameClashes(base, several ?? []);
      const build = several ? buildOneOfMany : buildCourse;
      for (const one of several ?? [name]) {
        const course = courses.get(one) ?? newlyWatched(base, one);
        courses.set(one, course);
        const clash = clashes.get(one) ?? null;
        await buildAgain(surroundings, one, course, choices, clash, (folder) =>
          build(folder, resolve(base, one), wishes, environment, cache),
        ).catch((error) => {
          // One of many stops no other; it is tried again when it is changed.
          if (!several || isGone(error)) throw error;
          hasFault = true;
          const fault = String(error.stack ?? error);
          say(choices.json ? JSON.stringify({ name: one, fault }) : faultLine(one, fault));
        });
      }
      isAway = false;
    } catch (error) {
      // What went while it was looked at: what comes next tells of itself.
      if (!isGone(error)) throw error;
      const isThere = (await stat(folder).catch(() => null)) !== null;
      if (!isThere && !isAway) say(`"${name}" cannot be read at the moment; it is built when it is back.`);
      isAway = !isThere;
    }
  });
  await round();
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  const unwatch = await watchFolder(folder, () => {
    round().catch(failed);
  });
  // What changed while the watcher was set up.
  round().catch(failed);
  if (!choices.json) say(`Waiting for changes of ${name}. End with Ctrl+C.`);
  try {
    await Promise.race([stopped, abandoned, failure]);
  } finally {
    await unwatch();
    await round.ended();
  }
  return { code: hasFault ? 3 : 0, out: [], err: [] };
}

function newlyWatched(base: string, name: string): Watched {
  return { read: courseReader(resolve(base, name), name), files: null, hasMistakes: false, refused: null };
}

async function buildAgain(
  surroundings: Surroundings,
  name: string,
  watched: Watched,
  choices: BuildChoices,
  clash: Problem | null,
  build: (course: CourseFolder) => Promise<CourseBuild>,
): Promise<void> {
  const { say } = surroundings;
  const course = await watched.read();
  const before = watched.files;
  const now = new Map([...course.files].map(([path, content]) => [path, fingerprintOf(content)]));
  const changed = before && changedFiles(before, now);
  const refused = clash?.message ?? null;
  if (changed?.length === 0 && refused === watched.refused) return;
  watched.files = now;
  watched.refused = refused;
  const built = clash ? unbuilt(name, clash) : await build(course);
  // Half of a file that is being written is a mistake of nobody.
  if (!built.ok && (await changesSoon(watched, course))) {
    watched.files = before;
    return buildAgain(surroundings, name, watched, choices, clash, build);
  }
  if (changed && !choices.json) say(`\n${name}: ${named(changed)}`);
  // What the build itself writes into the course is no change of its author.
  if (built.ledger !== null) now.set('ledger.json', fingerprintOf(Buffer.from(built.ledger)));
  if (choices.json) return say(JSON.stringify(facts(built)));
  if (built.ok && watched.hasMistakes) say('The mistakes are mended.');
  watched.hasMistakes = !built.ok;
  for (const line of problemLines(built.problems, 'it is built when they are mended.')) say(line);
  for (const line of built.lines) say(line);
}

/** How long a file may take to be written. Milliseconds. */
const writing = 150;

async function changesSoon({ read }: Watched, before: CourseFolder): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, writing));
  const now = await read();
  return (
    now.files.size !== before.files.size ||
    [...now.files].some(([path, content]) => before.files.get(path) !== content)
  );
}

function facts({ name, problems, packages, documents }: CourseBuild): object {
  return { name, problems, packages, documents };
}
