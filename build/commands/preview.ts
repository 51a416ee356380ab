/** `preview <folder>`: the course in an LMS emulator, changed while it is looked at. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formats } from '../../src/formats/index.ts';
import { previewCourse } from '../preview/preview-course.ts';
import { defineCommand, type Outcome, type Surroundings, WrongUse } from './command.ts';
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

export const previewCommand = defineCommand({
  name: 'preview',
  about: 'Opens the course in an LMS emulator, with what the LMS has been told beside it.',
  takes: [{ name: '<folder>', what: 'the folder of a course' }],
  options: {
    port: {
      type: 'string',
      default: '4180',
      value: '<number>',
      about: 'Port on this machine; 4180 when left out, 0 for any.',
    },
  },
  run: ([folder = ''], { port }, surroundings) => preview(surroundings, folder, portIn(port)),
});

function portIn(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new WrongUse(`"${text}" is not a port: a number from 0 to 65535.`);
}
