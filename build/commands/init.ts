/** `init <folder>`: a course that builds at once, with schemas for the editor and examples of a pipeline. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { idFrom, newCourse } from '../pipeline/new-course.ts';
import type { PackageFile } from '../pipeline/package-file.ts';
import { type Ask, type Outcome, WrongUse } from './command.ts';
import { pipelines } from './pipelines.ts';

/** What the author said by options; what is undefined is asked, or chosen where nobody can be asked. */
export interface InitChoices {
  readonly title?: string | undefined;
  readonly id?: string | undefined;
  readonly language?: string | undefined;
  readonly ci?: string | undefined;
}

export async function init(
  base: string,
  name: string,
  choices: InitChoices,
  ask: Ask | null,
): Promise<Outcome> {
  const folder = resolve(base, name);
  const say = async (given: string | undefined, question: string, usual: string) =>
    given ?? ((await ask?.(`${question} (${usual}): `))?.trim() || usual);
  const title = await say(choices.title, 'Title of the course', titleFrom(basename(folder)));
  const id = idIn(await say(choices.id, 'Its id, for file names and the LMS’s record', idFrom(title)));
  const language = languageIn(await say(choices.language, 'Its language, as a tag such as en or ar', 'en'));
  const ci = await say(choices.ci, 'Example of a pipeline: github, gitlab or none', 'github');
  if (!pipelines.includes(ci)) throw new WrongUse(`"${ci}" is none of ${pipelines.join(', ')}.`);

  const files = (await newCourse({ id, title, language })).filter(({ path }) => belongs(path, ci));
  const taken = await existing(folder, files);
  if (taken.length > 0)
    throw new WrongUse(`"${name}" holds ${taken.slice(0, 3).join(', ')} already; nothing was written.`);
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return {
    code: 0,
    out: [
      `${name}: "${title}", ${files.length} files.`,
      `Open ${join(name, 'course.json')} in your editor, and run:`,
      `  coursewright preview ${name}`,
      `  coursewright build ${name}`,
    ],
    err: [],
  };
}

function belongs(path: string, ci: string): boolean {
  if (path.startsWith('.github/')) return ci === 'github';
  return path !== '.gitlab-ci.yml' || ci === 'gitlab';
}

async function existing(folder: string, files: readonly PackageFile[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async ({ path }) => ((await stat(join(folder, path)).catch(() => null)) ? [path] : [])),
  );
  return found.flat();
}

function titleFrom(folder: string): string {
  const words = folder.replace(/[-_]+/g, ' ').trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'My course';
}

function idIn(id: string): string {
  if (/^[a-z][a-z0-9-]{0,99}$/.test(id)) return id;
  throw new WrongUse(
    `"${id}" cannot be the id of a course: small letters, digits and hyphens, a letter first.`,
  );
}

function languageIn(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    throw new WrongUse(`"${tag}" is not a language tag: write one such as "en", "pt-BR" or "ar".`);
  }
}
