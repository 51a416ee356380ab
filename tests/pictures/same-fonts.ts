/** The same fonts on every machine: a course brings them along, as any course can, so that pictures differ by design alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseFolder } from '../../build/pipeline/read-course.ts';
import type { Course } from '../../src/course/course.ts';
import type { FontFile } from '../../src/course/theme.ts';

const modules = join(import.meta.dirname, '../../node_modules/@fontsource');
const licence = 'OFL 1.1, The Noto Project Authors';

const fonts = (['400', '700'] as const).flatMap((weight) => [
  { name: 'Noto Sans', file: `noto-sans/files/noto-sans-latin-${weight}-normal.woff2`, weight },
  {
    name: 'Noto Sans',
    file: `noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`,
    weight,
  },
  { name: 'Noto Serif', file: `noto-serif/files/noto-serif-latin-${weight}-normal.woff2`, weight },
]);

/** The course with Noto as its fonts, over the theme that it has. */
export async function withSameFonts(folder: CourseFolder): Promise<CourseFolder> {
  const read = (path: string) => JSON.parse(new TextDecoder().decode(folder.files.get(path)));
  const course: Course = read('course.json');
  const theme = inclusionOf(course.theme);
  const files = fonts.map(({ name, file, weight }): FontFile & { file: string } => ({
    name,
    weight,
    licence,
    file,
    src: `fonts/${file.split('/').at(-1)}`,
  }));
  const contents = await Promise.all(
    files.map(async ({ file, src }) => [src, await readFile(join(modules, file))] as const),
  );
  const changed = {
    ...course,
    theme: {
      ...(theme ? read(theme) : course.theme),
      fonts: {
        text: 'Noto Sans',
        headings: 'Noto Serif',
        files: files.map(({ file: _, ...one }) => one),
      },
    },
  };
  return {
    ...folder,
    files: new Map([
      ...folder.files,
      ...contents,
      ['course.json', new TextEncoder().encode(JSON.stringify(changed))],
    ]),
  };
}

function inclusionOf(theme: unknown): string | undefined {
  return (theme as { readonly file?: string } | undefined)?.file;
}
