/** `preview <folder>`: the course in an LMS emulator, changed while it is looked at. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../../src/course/problem.ts';
import { formats } from '../../src/formats/index.ts';
import { readCourse } from '../pipeline/read-course.ts';
import { previewCourse } from '../preview/preview-course.ts';
import { type Outcome, type Surroundings, WrongUse } from './command.ts';
import { editionsNamed } from './language-named.ts';
import { openBrowser } from './open-browser.ts';
import { problemLines } from './problem-lines.ts';

/** @param isOpened whether the browser is opened, where somebody sits in front */
export async function preview(
  { base, say, stopped, abandoned, ask, isCi, environment }: Surroundings,
  name: string,
  language: string | undefined,
  port: number,
  isOpened: boolean,
): Promise<Outcome> {
  const folder = resolve(base, name);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new WrongUse(`There is no folder "${name}".`);
  if (language !== undefined) editionsNamed(await readCourse(folder, name), [language]);
  const tell = (problems: readonly Problem[]) => {
    for (const line of problemLines(problems, 'the last version without mistakes is shown.')) say(line);
  };
  const running = await begin(folder, name, port, tell, language);
  say(`${name} is open at ${running.url}`);
  say('What you save is shown at once. End with Ctrl+C.');
  // Somebody who sits in front wants to see it; a pipeline or another program does not.
  if (isOpened && !isCi && ask !== null) openBrowser(running.url, environment);
  await Promise.race([stopped, abandoned]);
  await running.close();
  return { code: 0, out: [], err: [] };
}

async function begin(
  folder: string,
  name: string,
  port: number,
  ...told: [(problems: readonly Problem[]) => void, string | undefined]
) {
  try {
    return await previewCourse(folder, name, Object.values(formats), port, ...told);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new WrongUse(`The port ${port} is taken. End what uses it, or name another with --port.`);
  }
}
