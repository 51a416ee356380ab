/** A course in the emulator: built as it would be zipped, again with each change of its folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import type { Format } from '../../src/formats/format.ts';
import { packageRoot } from '../package-root.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import type { PackageFile } from '../pipeline/package-file.ts';
import { courseReader, isGone } from '../pipeline/read-course.ts';
import { watchFolder } from '../watch/watch-folder.ts';
import { servePreview } from './serve-preview.ts';
import type { PlayableFormat } from './state.ts';

export interface CoursePreview {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * @param folder of the course on disk
 * @param name   of the folder as the user gave it: problems are told with it
 * @param told   is given the problems of each version
 * @param languages of the package; as the course says when left out
 */
export async function previewCourse(
  folder: string,
  name: string,
  formats: readonly Format[],
  port: number,
  told: (problems: readonly Problem[]) => void,
  languages?: readonly string[],
): Promise<CoursePreview> {
  const playable = formats.flatMap(playableFormat);
  let shown = formats.find((one) => one.name === playable[0]?.name) as Format;
  let [revision, title] = [0, ''];
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
    const built = await buildPackage(course, shown, languages);
    // Editors touch a file more often than they change it: the same package is not shown again.
    if (built.ok && !isSame(built.files, files)) {
      revision += 1;
      title = built.name.split('_')[0] ?? '';
      files = new Map(built.files.map(({ path, content }) => [path, content]));
    }
    const state = { title, launch: 'index.html', formats: playable, format: shown.name, revision };
    preview.show({ ...state, problems: built.problems }, files);
    told(built.problems);
  };
  // One after the other: two builds at once could show the older one last.
  const queue = () => {
    busy = busy.then(rebuild, rebuild);
  };
  const preview = await servePreview(await emulatorFiles(), port, (wanted) => {
    const next = formats.find((one) => one.name === wanted);
    if (!next || next === shown) return;
    shown = next;
    queue();
  });
  const unwatch = await watchFolder(folder, queue);
  queue();
  await busy;
  return {
    url: preview.url,
    async close() {
      await unwatch();
      await preview.close();
    },
  };
}

function isSame(built: readonly PackageFile[], shown: ReadonlyMap<string, Uint8Array>): boolean {
  return (
    built.length === shown.size &&
    built.every(({ path, content }) => Buffer.compare(content, shown.get(path) ?? new Uint8Array()) === 0)
  );
}

/** What the emulator can be an LMS for. */
function playableFormat({ name, title, entry }: Format): PlayableFormat[] {
  return entry === 'scorm12' || entry === 'scorm2004' ? [{ name, title, standard: entry }] : [];
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
