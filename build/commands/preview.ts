/** `preview <folder>`: the course in an LMS emulator, changed while it is looked at. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formats } from '../../src/formats/index.ts';
import { previewCourse } from '../preview/preview-course.ts';
import { type Outcome, type Surroundings, WrongUse } from './command.ts';
import { problemLines } from './problem-lines.ts';

export async function preview(
  { base, say, stopped }: Surroundings,
  name: string,
  port: number,
): Promise<Outcome> {
  const folder = resolve(base, name);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new WrongUse(`There is no folder "${name}".`);
  const running = await begin(folder, name, port, (problems) => {
    for (const line of problemLines(problems, 'the last version without mistakes is shown.')) say(line);
  });
  say(`${name} is open at ${running.url}`);
  say('What you save is shown at once. End with Ctrl+C.');
  await stopped;
  await running.close();
  return { code: 0, out: [], err: [] };
}

async function begin(
  ...[folder, name, port, told]: [string, string, number, Parameters<typeof previewCourse>[4]]
) {
  try {
    return await previewCourse(folder, name, Object.values(formats), port, told);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new WrongUse(`The port ${port} is taken. End what uses it, or name another with --port.`);
  }
}
