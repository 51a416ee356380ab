/** A course to begin with, from templates/course: it builds at once, and every part of it is there to be replaced. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { courseTypes } from './course-types.ts';
import { editorSchemaFiles } from './editor-schema.ts';
import { type PackageFile, textFile } from './package-file.ts';

/** What an author says of the course that is begun. */
export interface NewCourse {
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
}

const templates = join(packageRoot, 'templates/course');

/** Every file of the new course: texts, pictures, schemas for editors, examples of a pipeline. */
export async function newCourse(course: NewCourse): Promise<PackageFile[]> {
  const names = (await readdir(templates, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    names.sort().map(async (name): Promise<PackageFile> => {
      const path = name
        .slice(templates.length + 1)
        .replaceAll('\\', '/')
        .replace(/(^|\/)dot-/g, '$1.');
      const content = await readFile(name);
      if (path === 'course.json') return textFile(path, named(content.toString('utf8'), course));
      if (path === 'README.md')
        return textFile(path, content.toString('utf8').replaceAll('{{title}}', course.title));
      return { path, content };
    }),
  );
  const { types } = courseTypes({ name: '', files: new Map() });
  return [...files, ...editorSchemaFiles(types)];
}

/** The text of course.json with id, title and language of the new course; everything else stays as it was laid out. */
function named(text: string, { id, title, language }: NewCourse): string {
  const values: Readonly<Record<string, string>> = { id, title, language };
  return Object.entries(values).reduce(
    (result, [field, value]) =>
      // The first of the name is that of the course: those of its parts come after.
      result.replace(new RegExp(`"${field}": "[^"]*"`), () => `"${field}": ${JSON.stringify(value)}`),
    text,
  );
}

/** An id made of a title: small letters, digits and hyphens; `course` where nothing is left. */
export function idFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'course';
}
