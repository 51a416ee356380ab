/** `schema <folder>`: what an editor completes in this course, block types of its own included. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { courseTypes } from '../pipeline/course-types.ts';
import { editorSchemaFiles } from '../pipeline/editor-schema.ts';
import type { Outcome } from './command.ts';
import { openCourse } from './open-course.ts';
import { problemLines } from './problem-lines.ts';

export async function schema(base: string, name: string): Promise<Outcome> {
  const { types, problems } = courseTypes(await openCourse(base, name));
  if (problems.length > 0) return { code: 1, out: [], err: problemLines(problems, 'nothing was written.') };
  const files = editorSchemaFiles(types);
  for (const { path, content } of files) {
    const target = join(resolve(base, name), path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return { code: 0, out: files.map(({ path }) => join(name, path)), err: [] };
}
