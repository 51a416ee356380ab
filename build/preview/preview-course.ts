/** A course in the emulator: built as it would be zipped, again with each change of its folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { packageRoot } from '../package-root.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import type { Launched } from '../pipeline/manifest.ts';
import type { PackageFile } from '../pipeline/package-file.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import { courseReader, isGone } from '../pipeline/read-course.ts';
import { watchFolder } from '../watch/watch-folder.ts';
import { startLrsLms } from './lrs-lms.ts';
import { servePreview, type Wishes } from './serve-preview.ts';
import { inTrial, type ShownCourse, shownCourse } from './shown-course.ts';
import type { PlayableFormat } from './state.ts';

export interface CoursePreview {
  readonly url: string;
  close(): Promise<void>;
}

/** Requests that come within so many milliseconds are told together. */
const together = 30;

/**
 * @param folder of the course on disk
 * @param name   of the folder as the user gave it: problems are told with it
 * @param told   is given the problems of each version
 * @param language what is shown at first: a tag, or "together"; as the course says when left out
 */
export async function previewCourse(
  folder: string,
  name: string,
  formats: readonly Format[],
  port: number,
  told: (problems: readonly Problem[]) => void,
  language?: string,
): Promise<CoursePreview> {
  const playable = formats.flatMap(playableFormat);
  let shown = playable[0] as PlayableFormat;
  let wanted = language ?? null;
  let [revision, title] = [0, ''];
  /** Of the last version without mistakes. */
  let of: ShownCourse = { languages: [], language: '', besides: null, packaged: [] };
  /** What the files are of. */
  let played: PlayableFormat | null = null;
  let launches: readonly Launched[] = [];
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  let busy = Promise.resolve();
  const read = courseReader(folder, name);

  const rebuild = async () => {
    const course = await read().catch((error) => {
      if (isGone(error)) return null;
      throw error;
    });
    // A folder that is being renamed: it is shown when it is back.
    if (!course) return;
    const now = shown;
    const format = inTrial(formats.find((one) => one.name === now.format) as Format);
    const parsed = parseCourse(course, []);
    if (parsed.ok) of = shownCourse(parsed.course, format, now, wanted);
    const built = await buildPackage(course, format, of.packaged);
    // Editors touch a file more often than they change it: the same package is not shown again.
    if (built.ok && (!isSame(built.files, files) || played !== now)) {
      revision += 1;
      played = now;
      title = built.name.split('_')[0] ?? '';
      launches = built.launches;
      files = new Map(built.files.map(({ path, content }) => [path, content]));
    }
    const { languages, language, besides } = of;
    const state = { title, launches, revision, formats: playable, format: now.name };
    preview.show({ ...state, languages, language, besides, problems: built.problems }, files);
    told(built.problems);
  };
  // One after the other: two builds at once could show the older one last.
  const queue = () => {
    busy = busy.then(rebuild, rebuild);
  };
  let isTelling = false;
  /** Several requests at once are told once. */
  const lms = await startLrsLms(() => {
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      preview.showLrs(lms.view());
    }, together);
  });
  const wishes: Wishes = {
    chooseFormat(wanted) {
      const next = playable.find((one) => one.name === wanted);
      if (!next || next === shown) return;
      shown = next;
      queue();
    },
    chooseLanguage(next) {
      if (next === of.language) return;
      wanted = next;
      queue();
    },
    launch(request) {
      const { standard, name } = shown;
      const isLaunched = standard === 'xapi' || standard === 'cmi5';
      if (!isLaunched && !of.besides) return null;
      const query = isLaunched
        ? lms.launch(standard, launches, request)
        : lms.launchBesides(name, launches, request);
      preview.showLrs(lms.view());
      return query;
    },
    fail: (names) => lms.fail(names),
  };
  const preview = await servePreview(await emulatorFiles(), port, wishes).catch(async (error: unknown) => {
    await lms.close();
    throw error;
  });
  const unwatch = await watchFolder(folder, queue);
  queue();
  await busy;
  return {
    url: preview.url,
    async close() {
      await unwatch();
      await preview.close();
      await lms.close();
    },
  };
}

function isSame(built: readonly PackageFile[], shown: ReadonlyMap<string, Uint8Array>): boolean {
  return (
    built.length === shown.size &&
    built.every(({ path, content }) => Buffer.compare(content, shown.get(path) ?? new Uint8Array()) === 0)
  );
}

/** What the emulator can be an LMS for; a universal package is launched as the LMS likes. */
function playableFormat({ name, title, entry }: Format): PlayableFormat[] {
  const as = (standard: PlayableFormat['standard']) => ({ name, title, format: name, standard });
  switch (entry) {
    case 'scorm12':
    case 'scorm2004':
    case 'xapi':
    case 'cmi5':
      return [as(entry)];
    case 'universal':
      return (['cmi5', 'xapi', 'scorm12', 'scorm2004'] as const).map((standard) => ({
        ...as(standard),
        name: `${name}-${standard}`,
        title: `${title}, by ${standard}`,
      }));
    case 'web':
      return [as('none')];
    default:
      return [];
  }
}

async function emulatorFiles() {
  const templates = join(packageRoot, 'templates/preview');
  const [html, css, script] = await Promise.all([
    readFile(join(templates, 'emulator.html')),
    readFile(join(templates, 'emulator.css')),
    readFile(join(packageRoot, 'dist/tool/emulator.js')),
  ]);
  return { html, css, script };
}
