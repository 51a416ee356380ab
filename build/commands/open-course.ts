import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CourseFolder, readCourse } from '../pipeline/read-course.ts';
import { WrongUse } from './command.ts';

/** The folder that the user named, read. */
export async function openCourse(base: string, name: string): Promise<CourseFolder> {
  const folder = resolve(base, name);
  const found = await stat(folder).catch(() => null);
  if (!found) throw new WrongUse(`There is no folder "${name}".`);
  if (!found.isDirectory())
    throw new WrongUse(`"${name}" is a file; name the folder that holds course.json.`);
  return readCourse(folder, name.replace(/[/\\]+$/, ''));
}
